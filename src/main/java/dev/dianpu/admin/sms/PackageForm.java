package dev.dianpu.admin.sms;

import dev.dianpu.sms.supply.SmsPackage;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.LocalDate;
import java.time.format.DateTimeParseException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** A package as it was entered: its fields, and what is wrong with them. */
final class PackageForm {

  private static final int LONGEST_NOTE = 100;

  private final MultivaluedMap<String, String> entered;
  private final Map<String, String> errors = new HashMap<>();

  PackageForm(MultivaluedMap<String, String> entered) {
    this.entered = entered;
  }

  /** The package; empty when a field is wrong. */
  Optional<SmsPackage> read(List<String> channels) {
    String channel = field("channel");
    Integer quota = field("quota").matches("[1-9][0-9]{0,8}") ? Integer.valueOf(field("quota")) : null;
    BigDecimal price = field("price").matches("[0-9]{1,8}(\\.[0-9]{1,2})?") ? new BigDecimal(field("price")) : null;
    LocalDate from = day("from");
    LocalDate until = day("until");
    require("channel", channels.contains(channel));
    require("quota", quota != null);
    require("price", price != null);
    require("from", from != null);
    require("until", until != null && (from == null || !until.isBefore(from)));
    require("note", field("note").length() <= LONGEST_NOTE);
    return errors.isEmpty() ? Optional.of(new SmsPackage(0, channel, quota, price, from, until, field("note")))
        : Optional.empty();
  }

  /** By field: the key of what is wrong. */
  Map<String, String> errors() {
    return errors;
  }

  /** What the form shows again. */
  Map<String, String> values() {
    return entered.keySet().stream().collect(Collectors.toMap(name -> name, this::field));
  }

  private void require(String field, boolean right) {
    if (!right) {
      errors.put(field, "admin.packages.wrong." + field);
    }
  }

  private LocalDate day(String name) {
    try {
      LocalDate day = LocalDate.parse(field(name));
      return day.getYear() >= 2000 && day.getYear() <= 2099 ? day : null;
    } catch (DateTimeParseException notADay) {
      return null;
    }
  }

  private String field(String name) {
    return Optional.ofNullable(entered.getFirst(name)).orElse("").strip();
  }
}
