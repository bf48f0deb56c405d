package dev.dianpu.catalog.admin;

import dev.dianpu.platform.text.Spelling;
import jakarta.ws.rs.core.MultivaluedMap;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.LinkedHashMap;
import java.util.Map;
import java.util.Optional;

/** A form as it was entered: reads its fields, and keeps what is wrong with each. */
final class EnteredForm {

  private static final String MONEY = "[0-9]{1,8}(\\.[0-9]{1,2})?";

  private final MultivaluedMap<String, String> entered;
  private final Map<String, Wrong> errors = new LinkedHashMap<>();

  EnteredForm(MultivaluedMap<String, String> entered) {
    this.entered = entered;
  }

  /** What stands in a field, without blanks around it; empty if it is not there. */
  String text(String name) {
    return Optional.ofNullable(entered.getFirst(name)).orElse("").strip();
  }

  /** One line of so many characters. */
  String text(String name, int least, int most) {
    String text = text(name);
    int length = text.codePointCount(0, text.length());
    if (length < least || length > most) {
      wrong(name, new Wrong(length < least ? "goods.wrong.missing" : "goods.wrong.long", least, most));
    } else if (Spelling.hidesSomething(text)) {
      wrong(name, Wrong.of("goods.wrong.hidden"));
    }
    return text;
  }

  /** Text of several lines. */
  String lines(String name, int most) {
    String text = text(name).replace("\r\n", "\n");
    if (text.codePointCount(0, text.length()) > most) {
      wrong(name, new Wrong("goods.wrong.long", 0, most));
    }
    return text;
  }

  /** A whole number; the least one where none can be read. */
  int number(String name, int least, int most) {
    String text = text(name);
    long number = text.matches("-?[0-9]{1,9}") ? Long.parseLong(text) : Long.MIN_VALUE;
    if (number < least || number > most) {
      wrong(name, new Wrong("goods.wrong.number", least, most));
      return least;
    }
    return (int) number;
  }

  /** The number of a row, chosen in a list; empty if none is chosen. */
  Optional<Long> choice(String name) {
    String text = text(name);
    return text.matches("[1-9][0-9]{0,17}") ? Optional.of(Long.valueOf(text)) : Optional.empty();
  }

  /** An amount in yuan above nothing; null if the field is blank or wrong. */
  BigDecimal money(String name) {
    String text = text(name);
    BigDecimal amount = text.matches(MONEY) ? new BigDecimal(text).setScale(2) : null;
    if (!text.isEmpty() && (amount == null || amount.signum() == 0)) {
      wrong(name, Wrong.of("goods.wrong.money"));
      return null;
    }
    return amount;
  }

  /** A moment in the shop's zone; null if the field is blank or wrong. */
  Instant moment(String name, ZoneId zone) {
    String text = text(name);
    try {
      return text.isEmpty() ? null : LocalDateTime.parse(text).atZone(zone).toInstant();
    } catch (DateTimeParseException notATime) {
      wrong(name, Wrong.of("goods.wrong.moment"));
      return null;
    }
  }

  /** Whether a box is ticked. */
  boolean ticked(String name) {
    return !text(name).isEmpty();
  }

  void wrong(String name, Wrong wrong) {
    errors.putIfAbsent(name, wrong);
  }

  /** What is wrong, by field; empty if nothing is. */
  Map<String, Wrong> errors() {
    return errors;
  }

  /** What the form shows again. */
  Map<String, String> values() {
    Map<String, String> values = new LinkedHashMap<>();
    entered.keySet().forEach(name -> values.put(name, Optional.ofNullable(entered.getFirst(name)).orElse("")));
    return values;
  }
}
