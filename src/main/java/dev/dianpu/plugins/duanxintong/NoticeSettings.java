package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;

/** 短信通知: what the shop and its customers are told by SMS, each with a switch and a text. */
final class NoticeSettings {

  static final String SHOP_PHONES = "duanxintong.shop-phones";
  static final String UNPAID_HOURS = "duanxintong.customer-unpaid-hours";
  static final String REGISTERED = "duanxintong.customer-registered";
  static final String REGISTERED_TEXT = "duanxintong.customer-registered-text";

  /** Beside the tab of 短信通. */
  private static final int ORDER = 101;
  /** Some people write their phones in a line, some below each other. */
  private static final String BETWEEN = "[\\s,，、;；]+";
  private static final String PHONES = "(1[3-9][0-9]{9}(" + BETWEEN + "|$)){0,10}";
  private static final int LONGEST = 160;

  private NoticeSettings() {}

  static List<SettingGroup> groups() {
    return List.of(
        new SettingGroup("duanxintong-notices", "duanxintong-notices", ORDER, shop(), NoticeSettings::contradictions,
            List.of()),
        new SettingGroup("duanxintong-customers", "duanxintong-notices", ORDER + 1, customers(), wanted -> List.of(),
            List.of()));
  }

  private static List<SettingField> shop() {
    List<SettingField> fields = new ArrayList<>();
    fields.add(phones(SHOP_PHONES));
    for (NoticeText text : ofShop()) {
      fields.add(SettingField.onOff(text.key(), false));
      fields.add(SettingField.smsText(text.textKey(), text.wording(), text.variables()));
      fields.add(phones(text.phonesKey()));
    }
    return fields;
  }

  private static List<SettingField> customers() {
    List<SettingField> fields = new ArrayList<>();
    fields.add(SettingField.onOff(REGISTERED, false));
    fields.add(SettingField.smsText(REGISTERED_TEXT, "欢迎您，{$user_name}！您已成功注册为{$shop_name}会员。",
        "user_name", "user_mobile", "shop_name", "time"));
    for (NoticeText text : NoticeText.values()) {
      if (text.to() != NoticeText.To.SHOP) {
        fields.add(SettingField.onOff(text.key(), false));
        fields.add(SettingField.smsText(text.textKey(), text.wording(), text.variables()));
      }
    }
    fields.add(SettingField.number(UNPAID_HOURS, 24, 1, 720, "hours"));
    return fields;
  }

  private static List<NoticeText> ofShop() {
    return Arrays.stream(NoticeText.values()).filter(text -> text.to() == NoticeText.To.SHOP).toList();
  }

  private static SettingField phones(String key) {
    return SettingField.text(key, "").length(0, LONGEST).matching(PHONES);
  }

  /** The phones that an event of the shop goes to: those named for it, else those named for all. */
  static List<PhoneNumber> phones(NoticeText text, Settings settings) {
    String own = settings.text(text.phonesKey());
    String all = own.isBlank() ? settings.text(SHOP_PHONES) : own;
    return Arrays.stream(all.split(BETWEEN)).filter(phone -> !phone.isBlank()).distinct()
        .map(phone -> new PhoneNumber("+86" + phone)).toList();
  }

  private static List<SettingProblem> contradictions(Settings wanted) {
    return ofShop().stream().filter(text -> wanted.on(text.key()) && phones(text, wanted).isEmpty()).findFirst()
        .map(text -> List.of(new SettingProblem(SHOP_PHONES, "duanxintong.problem.no-shop-phone")))
        .orElse(List.of());
  }
}
