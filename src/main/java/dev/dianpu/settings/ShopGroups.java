package dev.dianpu.settings;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.List;

/** The shop's own tabs: 网店信息, 基本设置, 显示设置. */
@ApplicationScoped
class ShopGroups implements GroupSource {

  @Override
  public List<SettingGroup> groups() {
    return List.of(
        SettingGroup.of("shop", 10,
            SettingField.text("shop.name", "店铺").mandatory().length(2, 30),
            SettingField.text("shop.title", "").length(0, 80),
            SettingField.textArea("shop.description", "").length(0, 200),
            SettingField.text("shop.company", "").length(0, 80),
            SettingField.text("shop.address", "").length(0, 120),
            SettingField.text("shop.phone", "").length(0, 30).matching("[0-9+() \\-]*"),
            SettingField.text("shop.email", "").length(0, 120).matching("[^@\\s]+@[^@\\s]+\\.[^@\\s]+"),
            SettingField.text("shop.icp", "").length(0, 40),
            SettingField.text("shop.police", "").length(0, 40)),
        SettingGroup.of("basic", 20,
            SettingField.onOff("basic.registration", true),
            SettingField.text("shop.zone", "Asia/Shanghai").mandatory()).checkedBy(wanted -> zone(wanted.text("shop.zone"))),
        SettingGroup.of("display", 30,
            SettingField.number("display.page-size", 12, 4, 60, "goods"),
            SettingField.number("display.home-size", 8, 4, 24, "goods"),
            SettingField.onOff("display.market-price", true)));
  }

  private static List<SettingProblem> zone(String zone) {
    try {
      ZoneId.of(zone);
      return List.of();
    } catch (DateTimeException unknown) {
      return List.of(new SettingProblem("shop.zone", "settings.problem.zone"));
    }
  }
}
