package dev.dianpu.registration;

import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.Map;

/** What the forms send by which somebody without a login proves a phone or an e-mail address. */
public class CodeForm {

  private static final int LONGEST = 120;
  private static final int LONGEST_NUMBER = 32;
  private static final int LONGEST_ADDRESS = 400;

  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("email") @DefaultValue("") String email = "";
  @FormParam("captcha") @DefaultValue("") String captcha = "";
  @FormParam("smsCode") @DefaultValue("") String smsCode = "";
  @FormParam("back") @DefaultValue("") String back = "";
  @FormParam("action") @DefaultValue("") String action = "";

  /** What the form is shown with again: everything but the captcha. */
  Map<String, String> again() {
    return Map.of("phone", Typed.again(phone, LONGEST_NUMBER), "email", Typed.again(email, LONGEST),
        "smsCode", Typed.again(smsCode, LONGEST_NUMBER), "back", Typed.again(back, LONGEST_ADDRESS));
  }
}
