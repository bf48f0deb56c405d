package dev.dianpu.captcha;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** The settings of 验证码管理, which has a page of its own. */
@ApplicationScoped
class CaptchaSettings implements GroupSource {

  static final String AFTER_FAILURES = "captcha.after-failures";
  static final String WIDTH = "captcha.width";
  static final String HEIGHT = "captcha.height";

  /** Below 0: no tab of the store settings. */
  private static final int ORDER = -10;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("captcha", ORDER,
        SettingField.onOff("captcha.register", true),
        SettingField.onOff("captcha.login", false),
        SettingField.onOff("captcha.admin-login", true),
        SettingField.onOff("captcha.account", true),
        SettingField.number(AFTER_FAILURES, 3, 0, 20, "times"),
        SettingField.number(WIDTH, 132, 100, 240, "pixels"),
        SettingField.number(HEIGHT, 44, 30, 80, "pixels")));
  }
}
