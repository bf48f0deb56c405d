package dev.dianpu.admin.factor;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/**
 * 安全: what the owner may choose about logging in to the admin. What protects sensitive operations has no switch
 * (document 003, point 7).
 */
@ApplicationScoped
class SecurityGroup implements GroupSource {

  static final String NEW_DEVICE_CODE = "security.new-device-code";
  static final String LOGIN_NOTICE = "security.login-notice";
  static final String TRUST_DAYS = "security.trust-days";
  static final String FRESH_MINUTES = "security.fresh-minutes";

  private static final int ORDER = 50;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("security", ORDER,
        SettingField.onOff(NEW_DEVICE_CODE, true),
        SettingField.onOff(LOGIN_NOTICE, true),
        SettingField.number(TRUST_DAYS, 30, 0, 90, "days"),
        SettingField.number(FRESH_MINUTES, 10, 1, 60, "minutes")));
  }
}
