package dev.dianpu.registration;

import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** What the register form sends. */
public class RegisterForm {
  @FormParam("username") @DefaultValue("") String username = "";
  @FormParam("email") @DefaultValue("") String email = "";
  @FormParam("password") @DefaultValue("") String password = "";
  @FormParam("passwordConfirm") @DefaultValue("") String passwordConfirm = "";
  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("captcha") @DefaultValue("") String captcha = "";
  @FormParam("smsCode") @DefaultValue("") String smsCode = "";
  @FormParam("agreement") @DefaultValue("") String agreement = "";
  @FormParam("action") @DefaultValue("") String action = "";

  /** What the form is shown with again: everything but the passwords and the captcha. */
  Map<String, String> again() {
    return Map.of("username", username, "email", email, "phone", phone, "smsCode", smsCode, "agreement", agreement);
  }
}
