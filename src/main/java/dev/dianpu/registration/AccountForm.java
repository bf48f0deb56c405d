package dev.dianpu.registration;

import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** What the forms of the user centre send that change password, e-mail or phone. */
public class AccountForm {
  private static final int LONGEST = 120;
  private static final int LONGEST_NUMBER = 32;

  @FormParam("current") @DefaultValue("") String current = "";
  @FormParam("password") @DefaultValue("") String password = "";
  @FormParam("passwordConfirm") @DefaultValue("") String passwordConfirm = "";
  @FormParam("email") @DefaultValue("") String email = "";
  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("captcha") @DefaultValue("") String captcha = "";
  @FormParam("smsCode") @DefaultValue("") String smsCode = "";
  @FormParam("oldCode") @DefaultValue("") String oldCode = "";
  @FormParam("sure") @DefaultValue("") String sure = "";
  @FormParam("action") @DefaultValue("") String action = "";

  /** What the form is shown with again: everything but passwords and captcha. */
  Map<String, String> again() {
    return Map.of("email", Typed.again(email, LONGEST), "phone", Typed.again(phone, LONGEST_NUMBER),
        "smsCode", Typed.again(smsCode, LONGEST_NUMBER), "oldCode", Typed.again(oldCode, LONGEST_NUMBER));
  }
}
