package dev.dianpu.member;

import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.crypto.PasswordStrength;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.text.Spelling;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.regex.Pattern;

/** What a member's data must be like. Each rule answers with the key of the text that says what to do, or nothing. */
public final class MemberRules {

  private static final Pattern USERNAME = Pattern.compile("[\\p{IsHan}\\p{Alpha}\\p{Digit}_]{3,20}",
      Pattern.UNICODE_CHARACTER_CLASS);
  private static final Pattern EMAIL = Pattern.compile(
      "[A-Za-z0-9.!#$%&'*+/=?^_`{|}~-]{1,64}@[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?"
          + "(?:\\.[A-Za-z0-9](?:[A-Za-z0-9-]{0,61}[A-Za-z0-9])?)+");
  private static final Set<String> RESERVED = Set.of("admin", "administrator", "root", "system", "support", "管理员",
      "系统管理员", "客服");
  private static final int SHORTEST_PASSWORD = 8;
  private static final int LEAST_STRENGTH = 2;
  private static final int LONGEST_EMAIL = 100;
  private static final int LONGEST_NICKNAME = 30;

  private MemberRules() {}

  /** 3 to 20 letters, Chinese characters, digits or underscores; nothing that could be taken for a phone. */
  public static Optional<String> username(String username) {
    if (username.isBlank()) {
      return Optional.of("member.username.required");
    }
    String stored = Spelling.stored(username);
    if (Spelling.hidesSomething(username.strip()) || !USERNAME.matcher(stored).matches()) {
      return Optional.of("member.username.wrong");
    }
    if (RESERVED.contains(Spelling.folded(username))) {
      return Optional.of("member.username.taken");
    }
    return PhoneNumbers.mainlandMobile(stored).map(phone -> "member.username.phone");
  }

  /** An address of at most 100 characters, by the rule of HTML's e-mail field with a dot in its domain. */
  public static Optional<String> email(String email) {
    if (email.isBlank()) {
      return Optional.of("member.email.required");
    }
    String plain = email.strip();
    // RFC 2606: nobody has an address there; those of closed accounts end so.
    boolean reserved = plain.toLowerCase(Locale.ROOT).endsWith(".invalid");
    return plain.length() <= LONGEST_EMAIL && !reserved && EMAIL.matcher(plain).matches()
        ? Optional.empty() : Optional.of("member.email.wrong");
  }

  /** 8 to 128 characters, not soon guessed from the user name, words or habits (OWASP ASVS 5, 6.2). */
  public static Optional<String> password(String password, String username, String email) {
    if (password.isEmpty()) {
      return Optional.of("member.password.required");
    }
    if (password.length() < SHORTEST_PASSWORD || password.length() > PasswordHasher.LONGEST) {
      return Optional.of("member.password.length");
    }
    return PasswordStrength.of(password, List.of(username.strip(), email.strip())) < LEAST_STRENGTH
        ? Optional.of("member.password.common") : Optional.empty();
  }

  /** At most 30 characters, all of which can be seen: one that turns the writing around could fake a page's words. */
  static Optional<String> nickname(String nickname) {
    boolean fine = nickname.strip().codePointCount(0, nickname.strip().length()) <= LONGEST_NICKNAME
        && !Spelling.hidesSomething(nickname);
    return fine ? Optional.empty() : Optional.of("member.nickname.wrong");
  }
}
