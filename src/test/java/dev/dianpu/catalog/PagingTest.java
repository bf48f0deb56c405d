package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** If these fail, goods cannot be reached. */
class PagingTest {

  private static Paging page(long total, int number) {
    return Paging.of(total, 10, number, n -> "/p" + n);
  }

  private static String shown(Paging paging) {
    return paging.items().stream()
        .map(item -> item.gap() ? "…" : item.current() ? "[" + item.number() + "]" : "" + item.number())
        .collect(Collectors.joining(" "));
  }

  @Test
  void fewPagesAreAllShown() {
    assertThat(shown(page(30, 2))).isEqualTo("1 [2] 3");
  }

  @Test
  void ofManyPagesTheEndsAndTheNeighboursAreShown() {
    assertThat(shown(page(1000, 50))).isEqualTo("1 … 48 49 [50] 51 52 … 100");
  }

  @Test
  void theEndsHaveNoLinkBeyond() {
    assertThat(page(30, 1).previous()).isNull();
    assertThat(page(30, 1).next()).isEqualTo("/p2");
    assertThat(page(30, 3).next()).isNull();
  }

  @Test
  void aPageThatIsNotFullCounts() {
    assertThat(page(31, 4).exists()).isTrue();
    assertThat(page(31, 5).exists()).isFalse();
  }

  @Test
  void anEmptyListHasOnePage() {
    assertThat(page(0, 1).exists()).isTrue();
    assertThat(page(0, 0).exists()).isFalse();
    assertThat(page(0, -1).exists()).isFalse();
  }
}
