package dev.dianpu.admin.guard;

import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.spi.PhoneNumber;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** What is entered for a number for tests. */
public class TestNumberForm {

  /** How far ahead its last day may be. */
  static final int LONGEST_DAYS = 90;

  private static final int LONGEST = 20;

  @FormParam("phone") @DefaultValue("") String phone = "";
  @FormParam("code") @DefaultValue("") String code = "";
  @FormParam("until") @DefaultValue("") String until = "";
  @FormParam("confirmed") @DefaultValue("") String confirmed = "";

  Optional<PhoneNumber> number() {
    return PhoneNumbers.mainlandMobile(phone);
  }

  Optional<LocalDate> day() {
    try {
      return Optional.of(LocalDate.parse(until.strip()));
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  /** What is wrong, by field. */
  Map<String, String> errors(LocalDate today) {
    Map<String, String> errors = new LinkedHashMap<>();
    if (number().isEmpty()) {
      errors.put("phone", "admin.logs.phone-wrong");
    }
    if (!code.strip().matches("[0-9]{4,8}")) {
      errors.put("code", "guard.test.code.wrong");
    }
    if (day().filter(day -> !day.isBefore(today) && !day.isAfter(today.plusDays(LONGEST_DAYS))).isEmpty()) {
      errors.put("until", "guard.test.until.wrong");
    }
    if (!confirmed.equals("yes")) {
      errors.put("confirmed", "guard.test.confirm.missing");
    }
    return errors;
  }

  /** What the form is shown with again; the code is typed anew. */
  Map<String, String> again() {
    return Map.of("phone", Typed.again(phone, LONGEST), "until", Typed.again(until, LONGEST),
        "confirmed", Typed.again(confirmed, LONGEST));
  }
}
