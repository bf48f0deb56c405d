package dev.dianpu.limit;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** 邮件验证码: how many codes may go out by mail; on the tab of the mail server. */
@ApplicationScoped
class EmailLimitGroup implements GroupSource {

  static final String MOST = "mail.code-most";
  static final String HOURS = "mail.code-hours";
  static final String SITE = "mail.code-site-hour";

  private static final int ORDER = 41;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("mail-code", ORDER,
        SettingField.number(MOST, 10, 1, 100_000, "times"),
        SettingField.number(HOURS, 1, 1, 168, "hours"),
        SettingField.number(SITE, 200, 1, 1_000_000, "times")).onTab("mail"));
  }
}
