package dev.dianpu.order;

import dev.dianpu.cart.Totals;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 配送方式: what shipping costs. Amounts are in yuan, weights in grams; a method is offered while it is switched on. */
@ApplicationScoped
public class ShippingRates implements GroupSource {

  private static final int ORDER = 40;
  private static final String AMOUNT = "[0-9]{1,6}(\\.[0-9]{1,2})?";

  @Inject Settings settings;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("shipping", ORDER,
        SettingField.onOff("shipping.flat", true), amount("shipping.flat-fee", "8.00"),
        SettingField.onOff("shipping.weight", false), amount("shipping.first-fee", "8.00"),
        SettingField.number("shipping.first-weight", 1000, 1, 100_000, "grams"), amount("shipping.more-fee", "2.00"),
        SettingField.number("shipping.more-weight", 1000, 1, 100_000, "grams"),
        amount("shipping.free-from", "99.00"),
        SettingField.onOff("shipping.pickup", false),
        SettingField.text("shipping.pickup-place", "").length(0, 120),
        SettingField.text("shipping.pickup-hours", "").length(0, 80)));
  }

  private static SettingField amount(String key, String value) {
    return SettingField.text(key, value).mandatory().length(1, 9).matching(AMOUNT);
  }

  /** The methods that can be chosen now. */
  public List<ShippingMethod> offered() {
    return Stream.of(ShippingMethod.values()).filter(this::on).toList();
  }

  private boolean on(ShippingMethod method) {
    return switch (method) {
      case FLAT -> settings.on("shipping.flat");
      case WEIGHT -> settings.on("shipping.weight");
      case PICKUP -> settings.on("shipping.pickup") && !settings.text("shipping.pickup-place").isBlank();
    };
  }

  /** The method of this name, if it is offered. */
  Optional<ShippingMethod> offered(String name) {
    return offered().stream().filter(method -> method.name().equals(name)).findFirst();
  }

  /**
   * The fee.
   *
   * @param goods amount of the goods; from a certain one on nothing is charged
   * @param grams weight of all pieces
   */
  BigDecimal fee(ShippingMethod method, BigDecimal goods, long grams) {
    BigDecimal freeFrom = money("shipping.free-from");
    if (method == ShippingMethod.PICKUP || freeFrom.signum() > 0 && goods.compareTo(freeFrom) >= 0) {
      return Totals.yuan(BigDecimal.ZERO);
    }
    return method == ShippingMethod.FLAT ? money("shipping.flat-fee")
        : money("shipping.first-fee").add(money("shipping.more-fee").multiply(BigDecimal.valueOf(more(grams))));
  }

  /** How many further units of weight begin after the first. */
  private long more(long grams) {
    long beyond = Math.max(0, grams - settings.number("shipping.first-weight"));
    long unit = settings.number("shipping.more-weight");
    return (beyond + unit - 1) / unit;
  }

  private BigDecimal money(String key) {
    return Totals.yuan(new BigDecimal(settings.text(key)));
  }
}
