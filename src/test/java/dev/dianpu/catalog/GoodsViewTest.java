package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

class GoodsViewTest {

  private static GoodsView goods(String description, String price, String marketPrice) {
    return new GoodsView(1, 1, "A-1", "茶", "", description, "", new BigDecimal(price),
        marketPrice == null ? null : new BigDecimal(marketPrice), 1, 0, Instant.EPOCH, "", "");
  }

  @Test
  void emptyLinesPartParagraphs() {
    assertThat(goods("一\n二\n\n三\r\n \r\n四\n\n", "1", null).paragraphs()).containsExactly("一\n二", "三", "四");
    assertThat(goods("", "1", null).paragraphs()).isEmpty();
  }

  @Test
  void theSavingIsWhatOthersAskMore() {
    assertThat(goods("", "49.90", "69.00").saving()).isEqualByComparingTo("19.10");
  }

  /** A price that is no lower than elsewhere must not be praised. */
  @Test
  void withoutAHigherMarketPriceNothingIsSaved() {
    assertThat(goods("", "49.90", null).discounted()).isFalse();
    assertThat(goods("", "49.90", "49.9").discounted()).isFalse();
    assertThat(goods("", "49.90", "40").saving()).isZero();
  }
}
