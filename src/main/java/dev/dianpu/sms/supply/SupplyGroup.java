package dev.dianpu.sms.supply;

import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** 短信余额: when the owner is warned, how, and what an SMS costs. */
@ApplicationScoped
class SupplyGroup implements GroupSource {

  static final String PERCENT = "supply.percent";
  static final String DAYS = "supply.days";
  static final String PACKAGE_DAYS = "supply.package-days";
  static final String MAIL = "supply.mail";
  static final String SMS = "supply.sms";
  static final String PHONE = "supply.phone";
  static final String TEXT = "supply.text";

  /** Document 001 warns below 20 %. */
  private static final int DOCUMENTED_PERCENT = 20;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("supply", 50,
        SettingField.number(PERCENT, DOCUMENTED_PERCENT, 0, 90, "percent"),
        SettingField.number(DAYS, 7, 0, 90, "days"),
        SettingField.number(PACKAGE_DAYS, 14, 0, 90, "days"),
        SettingField.onOff(MAIL, true),
        SettingField.onOff(SMS, false),
        // Sealed like every phone, so it cannot be shown again; the page of the balances shows it masked.
        SettingField.secret(PHONE).length(0, 20),
        SettingField.smsText(TEXT, "{$channel}：{$matter}，请尽快处理。", "channel", "matter", "shop_name"))
        .checkedBy(SupplyGroup::problems));
  }

  private static List<SettingProblem> problems(Settings wanted) {
    List<SettingProblem> problems = new ArrayList<>();
    String phone = wanted.secret(PHONE);
    if (!phone.isEmpty() && PhoneNumbers.mainlandMobile(phone).isEmpty()) {
      problems.add(new SettingProblem(PHONE, "settings.problem.supply-phone"));
    } else if (phone.isEmpty() && wanted.on(SMS)) {
      problems.add(new SettingProblem(PHONE, "settings.problem.supply-phone-missing"));
    }
    return problems;
  }
}
