package dev.dianpu.admin.sms;

import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.sms.BulkSending;
import dev.dianpu.spi.PhoneNumber;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;

/** A text to many as it was entered. */
final class BulkForm {

  /** How many wrong numbers the page names. */
  static final int NAMED = 10;
  private static final int LONGEST = 500;
  private static final int LONGEST_NAME = 24;

  private final String text;
  private final Set<PhoneNumber> phones = new LinkedHashSet<>();
  private final List<String> wrong = new ArrayList<>();
  private int duplicates;
  private int wrongOnes;

  /**
   * Reads the form.
   *
   * @param advertises whether the law asks for a way to opt out: it is added, unless the text has one
   */
  BulkForm(String text, boolean advertises, String numbers) {
    String plain = text.strip().replaceAll("\\s*\\R\\s*", " ");
    boolean add = advertises && !plain.isEmpty() && !plain.contains("退订");
    this.text = add ? plain + " " + BulkSending.OPT_OUT : plain;
    for (String one : numbers.split("[\\r\\n,，;；、\\t]+")) {
      if (!one.isBlank()) {
        read(one.strip());
      }
    }
  }

  private void read(String typed) {
    Optional<PhoneNumber> phone = PhoneNumbers.mainlandMobile(typed);
    if (phone.isEmpty()) {
      wrongOnes++;
      if (wrong.size() < NAMED) {
        wrong.add(typed.length() > LONGEST_NAME ? typed.substring(0, LONGEST_NAME) + "…" : typed);
      }
    } else if (!phones.add(phone.get())) {
      duplicates++;
    }
  }

  /** What everybody gets, without the signature. */
  String text() {
    return text;
  }

  Set<PhoneNumber> phones() {
    return phones;
  }

  int duplicates() {
    return duplicates;
  }

  /** The first of those that are no numbers. */
  List<String> wrong() {
    return wrong;
  }

  int wrongOnes() {
    return wrongOnes;
  }

  /** Key of what is wrong with the text; empty if nothing is. */
  String textProblem() {
    if (text.isEmpty()) {
      return "admin.bulk.text.missing";
    }
    if (text.contains("{$")) {
      return "admin.bulk.text.variable";
    }
    return text.length() > LONGEST ? "admin.bulk.text.long" : "";
  }

  /** Key of what is wrong with the numbers; empty if nothing is. */
  String numbersProblem() {
    if (wrongOnes > 0) {
      return "admin.bulk.numbers.wrong";
    }
    if (phones.isEmpty()) {
      return "admin.bulk.numbers.missing";
    }
    return phones.size() > BulkSending.MOST ? "admin.bulk.numbers.many" : "";
  }
}
