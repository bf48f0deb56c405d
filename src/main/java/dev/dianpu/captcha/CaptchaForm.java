package dev.dianpu.captcha;

import java.util.Arrays;
import java.util.Optional;

/** The forms that a captcha can guard. A captcha shown for one of them answers no other. */
public enum CaptchaForm {
  REGISTER("register"),
  LOGIN("login"),
  ADMIN_LOGIN("admin-login"),
  /** A code to log in with. */
  LOGIN_CODE("login-code"),
  /** A code for a forgotten password. */
  PASSWORD("password"),
  /** Codes in the user centre. */
  ACCOUNT("account"),
  /** What the guard asks for after the captcha of another form, while it is strict: always a slider. */
  SECOND("second");

  private final String code;

  CaptchaForm(String code) {
    this.code = code;
  }

  /** Its name in addresses and setting keys. */
  public String code() {
    return code;
  }

  /** The form of this name. */
  public static Optional<CaptchaForm> of(String code) {
    return Arrays.stream(values()).filter(form -> form.code.equals(code)).findFirst();
  }
}
