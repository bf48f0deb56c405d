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
  /** In thousands of hashes. */
  static final String WORK = "captcha.work";

  /** Below 0: no tab of the store settings. */
  private static final int ORDER = -10;
  private static final List<String> KINDS =
      List.of(PictureKind.ID, SliderKind.ID, WorkKind.ID, CaptchaKinds.PICTURE_OR_WORK);

  /** Of the setting that says which kind a form takes. */
  static String kind(CaptchaForm form) {
    return "captcha." + form.code() + "-kind";
  }

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("captcha", ORDER,
        SettingField.onOff("captcha.register", true),
        kindOf(CaptchaForm.REGISTER),
        SettingField.onOff("captcha.login", false),
        kindOf(CaptchaForm.LOGIN),
        SettingField.onOff("captcha.login-code", true),
        kindOf(CaptchaForm.LOGIN_CODE),
        SettingField.onOff("captcha.password", true),
        kindOf(CaptchaForm.PASSWORD),
        SettingField.onOff("captcha.admin-login", true),
        kindOf(CaptchaForm.ADMIN_LOGIN),
        SettingField.onOff("captcha.account", true),
        kindOf(CaptchaForm.ACCOUNT),
        SettingField.number(AFTER_FAILURES, 3, 0, 20, "times"),
        SettingField.number(WIDTH, 132, 100, 240, "pixels"),
        SettingField.number(HEIGHT, 44, 30, 80, "pixels"),
        SettingField.number(WORK, 1_000, 10, 10_000, "thousand-hashes")));
  }

  private static SettingField kindOf(CaptchaForm form) {
    return SettingField.choice(kind(form), PictureKind.ID, KINDS);
  }
}
