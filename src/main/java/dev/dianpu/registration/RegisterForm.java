package dev.dianpu.registration;

import dev.dianpu.platform.web.Typed;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** What the register form sends. */
public class RegisterForm {
  /** Somewhat more than the rules allow, so that a person sees what was too long. */
  private static final int LONGEST = 120;
  private static final int LONGEST_NUMBER = 32;
  private static final int MOST_EXTRA = 20;

  @FormParam("username") @DefaultValue("") String username = "";
  @FormParam("email") @DefaultValue("") String email = "";
  @FormParam("password") @DefaultValue("") String password = "";
  @FormParam("passwordConfirm") @DefaultValue("") String passwordConfirm = "";
  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("captcha") @DefaultValue("") String captcha = "";
  @FormParam("smsCode") @DefaultValue("") String smsCode = "";
  @FormParam("emailCode") @DefaultValue("") String emailCode = "";
  @FormParam("agreement") @DefaultValue("") String agreement = "";
  /** The numbers of the fields that the owner added, and what was typed into each, in the same order. */
  @FormParam("extraId") List<String> extraId = List.of();
  @FormParam("extra") List<String> extra = List.of();
  @FormParam("action") @DefaultValue("") String action = "";

  /** What was typed into the fields that the owner added, by their numbers. */
  Map<Long, String> answers() {
    Map<Long, String> answers = new HashMap<>();
    for (int i = 0; i < Math.min(MOST_EXTRA, Math.min(extraId.size(), extra.size())); i++) {
      if (extraId.get(i).matches("[0-9]{1,18}")) {
        answers.put(Long.valueOf(extraId.get(i)), Typed.again(extra.get(i), 2 * LONGEST));
      }
    }
    return answers;
  }

  /** What the form is shown with again: everything but the passwords and the captcha. */
  Map<String, String> again() {
    return Map.of("username", Typed.again(username, LONGEST), "email", Typed.again(email, LONGEST),
        "phone", Typed.again(phone, LONGEST_NUMBER), "smsCode", Typed.again(smsCode, LONGEST_NUMBER),
        "emailCode", Typed.again(emailCode, LONGEST_NUMBER), "agreement", Typed.again(agreement, LONGEST_NUMBER));
  }
}
