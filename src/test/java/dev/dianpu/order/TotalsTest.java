package dev.dianpu.order;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.cart.Totals;
import dev.dianpu.system.MapSettings;
import java.math.BigDecimal;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What an order costs, to the fen. */
class TotalsTest {

  private record Line(BigDecimal price, int pieces) implements Totals.Priced {
    Line(String price, int pieces) {
      this(new BigDecimal(price), pieces);
    }
  }

  private static final Map<String, String> RATES = Map.of("shipping.flat-fee", "8", "shipping.first-fee", "6.5",
      "shipping.first-weight", "1000", "shipping.more-fee", "2.25", "shipping.more-weight", "500",
      "shipping.free-from", "99.00", "shipping.flat", "true", "shipping.weight", "true", "shipping.pickup", "true",
      "shipping.pickup-place", "");

  private static ShippingRates rates(String key, String value) {
    Map<String, String> values = new HashMap<>(RATES);
    values.put(key, value);
    ShippingRates rates = new ShippingRates();
    rates.settings = MapSettings.of(values);
    return rates;
  }

  private static BigDecimal fee(ShippingMethod method, String goods, long grams) {
    return rates("shipping.flat", "true").fee(method, new BigDecimal(goods), grams);
  }

  /** As floating point, 0.1 + 0.2 is more than 0.3. */
  @Test
  void manySmallAmountsAddUpExactly() {
    Totals totals = Totals.of(List.of(new Line("0.10", 1), new Line("0.20", 1), new Line("19.99", 3)), BigDecimal.ZERO);
    assertThat(totals.goods()).isEqualTo("60.27");
    assertThat(Totals.of(List.of(new Line("0.01", 999)), new BigDecimal("8")))
        .isEqualTo(new Totals(new BigDecimal("9.99"), new BigDecimal("8.00"), new BigDecimal("17.99")));
  }

  @Test
  void halfAFenIsRoundedUpForEachPiece() {
    assertThat(Totals.of(List.of(new Line("1.005", 2)), BigDecimal.ZERO).total()).isEqualTo("2.02");
  }

  @Test
  void nothingCostsNothingAndTooMuchIsRefused() {
    assertThat(Totals.of(List.of(), BigDecimal.ZERO).total()).isEqualTo("0.00");
    assertThatThrownBy(() -> Totals.of(List.of(new Line("9999999999.99", 2)), BigDecimal.ZERO))
        .isInstanceOf(ArithmeticException.class);
    assertThatThrownBy(() -> Totals.of(List.of(), new BigDecimal("-1"))).isInstanceOf(ArithmeticException.class);
  }

  @Test
  void aFlatFeeIsOneFeeUntilItIsFree() {
    assertThat(fee(ShippingMethod.FLAT, "98.99", 50_000)).isEqualTo("8.00");
    assertThat(fee(ShippingMethod.FLAT, "99.00", 50_000)).isEqualTo("0.00");
    assertThat(rates("shipping.free-from", "0").fee(ShippingMethod.FLAT, new BigDecimal("5000"), 1)).isEqualTo("8.00");
  }

  @Test
  void byWeightEachFurtherUnitThatBeginsCosts() {
    assertThat(fee(ShippingMethod.WEIGHT, "10", 0)).isEqualTo("6.50");
    assertThat(fee(ShippingMethod.WEIGHT, "10", 1000)).isEqualTo("6.50");
    assertThat(fee(ShippingMethod.WEIGHT, "10", 1001)).isEqualTo("8.75");
    assertThat(fee(ShippingMethod.WEIGHT, "10", 1500)).isEqualTo("8.75");
    assertThat(fee(ShippingMethod.WEIGHT, "10", 1501)).isEqualTo("11.00");
  }

  @Test
  void whoCollectsPaysNoShippingAndNeedsAPlaceToGoTo() {
    assertThat(fee(ShippingMethod.PICKUP, "1", 9999)).isEqualTo("0.00");
    assertThat(rates("shipping.flat", "true").offered()).containsExactly(ShippingMethod.FLAT, ShippingMethod.WEIGHT);
    assertThat(rates("shipping.pickup-place", "北门").offered()).contains(ShippingMethod.PICKUP);
    assertThat(rates("shipping.flat", "false").offered("FLAT")).isEmpty();
  }
}
