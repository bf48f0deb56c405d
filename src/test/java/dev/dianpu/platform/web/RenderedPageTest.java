package dev.dianpu.platform.web;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.web.PageCache.RenderedPage;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

/** Where the holes of a page are, and where none are however a person types. */
class RenderedPageTest {

  @Test
  void aPageIsCutAtItsHoles() {
    RenderedPage page = RenderedPage.parse("a" + RenderedPage.OPEN + "member" + RenderedPage.CLOSE + "b");
    assertThat(page.holes()).containsExactly("member");
    assertThat(texts(page)).containsExactly("a", "b");
  }

  @Test
  void whatAPersonTypesIsNoHole() {
    for (String typed : new String[] {"\uE000", "\uE000cart\uE001", "\uE001\uE000", "x\uE000:cart\uE001"}) {
      RenderedPage page = RenderedPage.parse(typed);
      assertThat(page.holes()).isEmpty();
      assertThat(texts(page)).containsExactly(typed);
    }
  }

  private static List<String> texts(RenderedPage page) {
    return Stream.of(page.pieces()).map(piece -> new String(piece, StandardCharsets.UTF_8)).toList();
  }
}
