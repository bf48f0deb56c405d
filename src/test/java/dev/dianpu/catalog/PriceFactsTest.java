package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What a buyer pays for a piece: a fen too much or a promotion a second too long is a quarrel. */
class PriceFactsTest {

  private static final Instant FROM = Instant.parse("2026-06-01T00:00:00Z");
  private static final Instant UNTIL = Instant.parse("2026-06-18T00:00:00Z");

  private static BigDecimal yuan(String amount) {
    return amount == null ? null : new BigDecimal(amount);
  }

  private static PriceFacts facts(String promotion, Integer discount, String rankPrice) {
    return new PriceFacts(yuan("99.90"), yuan(promotion), FROM, UNTIL, discount, yuan(rankPrice));
  }

  @Test
  void withoutAnythingItIsTheShopsPrice() {
    assertThat(new PriceFacts(yuan("99.90"), null, null, null, null, null).at(FROM)).isEqualTo(yuan("99.90"));
  }

  @Test
  void aPromotionIsValidFromItsFirstMomentUntilBeforeItsEnd() {
    PriceFacts facts = facts("79.00", null, null);
    assertThat(facts.at(FROM.minusMillis(1))).isEqualTo(yuan("99.90"));
    assertThat(facts.at(FROM)).isEqualTo(yuan("79.00"));
    assertThat(facts.at(UNTIL.minusMillis(1))).isEqualTo(yuan("79.00"));
    assertThat(facts.at(UNTIL)).isEqualTo(yuan("99.90"));
  }

  @Test
  void aRankPaysItsPercentRoundedToTheNearestFen() {
    assertThat(facts(null, 95, null).at(FROM)).isEqualTo(yuan("94.91"));
    assertThat(facts(null, 100, null).at(FROM)).isEqualTo(yuan("99.90"));
  }

  @Test
  void aFixedPriceTakesThePlaceOfTheDiscountEvenIfItIsHigher() {
    assertThat(facts(null, 50, "90.00").at(FROM)).isEqualTo(yuan("90.00"));
  }

  /** A member never pays more than a visitor. */
  @Test
  void theLowestOfAllIsPaid() {
    assertThat(facts("79.00", 95, null).at(FROM)).isEqualTo(yuan("79.00"));
    assertThat(facts("96.00", 95, null).at(FROM)).isEqualTo(yuan("94.91"));
    assertThat(facts(null, null, "120.00").at(FROM)).isEqualTo(yuan("99.90"));
  }
}
