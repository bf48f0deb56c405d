package dev.dianpu.registration;

import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** What the register form sends. */
public class RegisterForm {
  /** Somewhat more than the rules allow, so that a person sees what was too long. */
  private static final int LONGEST = 120;
  private static final int LONGEST_NUMBER = 32;

  @FormParam("username") @DefaultValue("") String username = "";
  @FormParam("email") @DefaultValue("") String email = "";
  @FormParam("password") @DefaultValue("") String password = "";
  @FormParam("passwordConfirm") @DefaultValue("") String passwordConfirm = "";
  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("captcha") @DefaultValue("") String captcha = "";
  @FormParam("smsCode") @DefaultValue("") String smsCode = "";
  @FormParam("emailCode") @DefaultValue("") String emailCode = "";
  @FormParam("agreement") @DefaultValue("") String agreement = "";
  @FormParam("action") @DefaultValue("") String action = "";

  /** What the form is shown with again: everything but the passwords and the captcha. */
  Map<String, String> again() {
    return Map.of("username", Typed.again(username, LONGEST), "email", Typed.again(email, LONGEST),
        "phone", Typed.again(phone, LONGEST_NUMBER), "smsCode", Typed.again(smsCode, LONGEST_NUMBER),
        "emailCode", Typed.again(emailCode, LONGEST_NUMBER), "agreement", Typed.again(agreement, LONGEST_NUMBER));
  }
}
