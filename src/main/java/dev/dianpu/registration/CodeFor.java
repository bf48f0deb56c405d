package dev.dianpu.registration;

import dev.dianpu.captcha.CaptchaForm;
import dev.dianpu.spi.Purpose;
import java.util.Arrays;
import java.util.Optional;

/** For what somebody who is not logged in may ask for a code by SMS. */
public enum CodeFor {
  /** To become a member. */
  REGISTER(Purpose.REGISTER, CaptchaForm.REGISTER, "registration."),
  /** To log in without the password. */
  LOGIN(Purpose.LOGIN, CaptchaForm.LOGIN_CODE, "code.reason."),
  /** To choose a new password. */
  RESET_PASSWORD(Purpose.RESET_PASSWORD, CaptchaForm.PASSWORD, "code.reason.");

  private final Purpose purpose;
  private final CaptchaForm form;
  private final String words;

  CodeFor(Purpose purpose, CaptchaForm form, String words) {
    this.purpose = purpose;
    this.form = form;
    this.words = words;
  }

  /** That of this purpose's name. */
  static Optional<CodeFor> of(String purpose) {
    return Arrays.stream(values()).filter(wanted -> wanted.name().equals(purpose)).findFirst();
  }

  /** What the code proves. */
  public Purpose purpose() {
    return purpose;
  }

  /** The captcha before it. */
  public CaptchaForm form() {
    return form;
  }

  /** What stands before a reason's code in the keys of its texts. */
  String words() {
    return words;
  }
}
