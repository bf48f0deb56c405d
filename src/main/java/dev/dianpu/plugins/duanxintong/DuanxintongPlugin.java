package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.ArrayList;
import java.util.List;

/** 短信通: registration with a phone and a code by SMS, login by phone, and how much may be sent. */
@ApplicationScoped
public class DuanxintongPlugin implements Plugin {

  static final String REGISTER = "duanxintong.register";
  static final String REGISTER_TEXT = "duanxintong.register-text";
  static final String TELL_OWNER = "duanxintong.tell-owner";
  static final String TELL_OWNER_TEXT = "duanxintong.tell-owner-text";
  static final String LOGIN = "duanxintong.login";
  static final String LOGIN_CODE = "duanxintong.login-code";
  static final String LOGIN_CODE_TEXT = "duanxintong.login-code-text";
  static final String NO_ACCOUNT_TEXT = "duanxintong.no-account-text";
  static final String RESET = "duanxintong.reset-password";
  static final String RESET_TEXT = "duanxintong.reset-text";
  static final String ABSENCE_DAYS = "duanxintong.absence-days";
  static final String MUST_BIND = "duanxintong.must-bind";
  static final String CHANGE_PHONE = "duanxintong.change-phone";
  static final String BIND_TEXT = "duanxintong.bind-text";
  static final String PASSWORD_TEXT = "duanxintong.password-text";
  static final String CONFIRM_TEXT = "duanxintong.confirm-text";
  static final String ADMIN_LOGIN_TEXT = "duanxintong.admin-login-text";
  static final String TELL_CHANGE = "duanxintong.tell-change";
  static final String TELL_CHANGE_TEXT = "duanxintong.tell-change-text";
  static final String DIGITS = "duanxintong.code-digits";
  static final String MINUTES = "duanxintong.code-minutes";

  private static final List<String> CODE_TEXTS =
      List.of(REGISTER_TEXT, LOGIN_CODE_TEXT, RESET_TEXT, BIND_TEXT, PASSWORD_TEXT, CONFIRM_TEXT, ADMIN_LOGIN_TEXT);

  @Override
  public String id() {
    return "duanxintong";
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<SettingGroup> settings() {
    List<SettingGroup> groups = new ArrayList<>(List.of(codes(), LimitSettings.group()));
    groups.addAll(NoticeSettings.groups());
    return groups;
  }

  private static SettingGroup codes() {
    return SettingGroup.of("duanxintong", 100,
        SettingField.onOff(REGISTER, false),
        code(REGISTER_TEXT, "您的注册验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请忽略本短信。"),
        SettingField.number(DIGITS, 6, 4, 8, "digits"),
        SettingField.number(MINUTES, 5, 2, 30, "minutes"),
        SettingField.onOff(TELL_OWNER, true),
        SettingField.smsText(TELL_OWNER_TEXT, "您的手机号在{$shop_name}已有账户，可直接登录。如非本人操作，请忽略本短信。",
            "shop_name"),
        SettingField.onOff(LOGIN, false),
        SettingField.onOff(LOGIN_CODE, false),
        code(LOGIN_CODE_TEXT, "您的登录验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请勿泄露。"),
        SettingField.smsText(NO_ACCOUNT_TEXT, "您的手机号在{$shop_name}没有账户，请先注册。如非本人操作，请忽略本短信。",
            "shop_name"),
        SettingField.number(ABSENCE_DAYS, 180, 30, 3650, "days"),
        SettingField.onOff(RESET, false),
        code(RESET_TEXT, "您正在找回密码，验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请勿泄露。"),
        SettingField.onOff(CHANGE_PHONE, true),
        SettingField.onOff(MUST_BIND, false),
        code(BIND_TEXT, "您正在修改绑定手机，验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请立即修改密码。"),
        code(PASSWORD_TEXT, "您正在修改密码，验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请勿泄露。"),
        code(CONFIRM_TEXT, "您正在进行敏感操作，验证码是{$verify_code}，{$minutes}分钟内有效。如非本人操作，请勿泄露。"),
        code(ADMIN_LOGIN_TEXT, "您正在登录{$shop_name}管理后台，验证码是{$verify_code}，{$minutes}分钟内有效，请勿泄露。"),
        SettingField.onOff(TELL_CHANGE, true),
        SettingField.smsText(TELL_CHANGE_TEXT, "您在{$shop_name}的账户资料刚刚被修改。如非本人操作，请立即联系客服。", "shop_name"))
        .checkedBy(DuanxintongPlugin::contradictions);
  }

  private static SettingField code(String key, String text) {
    return SettingField.smsText(key, text, "verify_code", "minutes", "user_mobile", "shop_name");
  }

  /** What is wrong with the text of a code. */
  private static void wording(String key, Settings wanted, List<SettingProblem> problems) {
    String text = wanted.text(key);
    if (!text.contains("{$verify_code}")) {
      problems.add(new SettingProblem(key, "duanxintong.problem.no-code"));
    }
    // Gateways refuse the same text to the same phone: only the minutes left make a code sent again another text.
    if (!text.contains("{$minutes}")) {
      problems.add(new SettingProblem(key, "duanxintong.problem.no-minutes"));
    }
    long minutes = wanted.number(MINUTES);
    WrittenMinutes.in(text).stream().filter(written -> written.minutes() != minutes).findFirst().ifPresent(written ->
        problems.add(new SettingProblem(key, "duanxintong.problem.minutes", written.words(), minutes)));
  }

  /** Values that are fine alone and wrong together. */
  static List<SettingProblem> contradictions(Settings wanted) {
    List<SettingProblem> problems = new ArrayList<>();
    CODE_TEXTS.forEach(key -> wording(key, wanted, problems));
    return problems;
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    return List.of(new DuanxintongPolicy(context.settings(), new Notices(context)),
        new OrderNotices(context.settings()));
  }
}
