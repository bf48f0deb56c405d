package dev.dianpu.admin.account;

import dev.dianpu.platform.crypto.PasswordHasher;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import java.util.Set;
import java.util.stream.Stream;

/** What an admin's password must be like: long, not the name, not among the first that a guesser tries. */
final class PasswordRules {

  private static final int SHORTEST = 12;
  private static final int LEAST_DISTINCT = 5;
  /** Keys and digits in the orders in which fingers and eyes run along them. */
  private static final List<String> RUNS = List.of("abcdefghijklmnopqrstuvwxyz", "01234567890123456789",
      "qwertyuiopasdfghjklzxcvbnm", "qwertyuiop[]\\asdfghjkl;'zxcvbnm,./", "1qaz2wsx3edc4rfv5tgb6yhn7ujm8ik9ol0p",
      "1q2w3e4r5t6y7u8i9o0p", "qazwsxedcrfvtgbyhnujmikolp");
  /** What is left of the commonest long passwords when digits and signs are taken away. */
  private static final Set<String> COMMON = Set.of("admin", "administrator", "adminadmin", "password",
      "passwordpassword", "passw", "passwd", "pssword", "pass", "root", "rootroot", "user", "guest",
      "test", "testtest", "demo", "changeme", "welcome", "letmein", "iloveyou", "woaini", "woainiwoaini", "dianpu",
      "dianpuadmin", "ecshop", "shop", "myshop",
      "qwerty", "qwertyuiop", "asdfghjkl", "zxcvbnm", "monkey", "dragon", "football", "baseball", "sunshine",
      "princess", "superman", "master", "hello", "helloworld", "secret", "manager", "mima", "wodemima", "trustno");

  private PasswordRules() {}

  /** The rule that is broken: {@code short}, {@code long}, {@code name} or {@code common}; empty if it is fine. */
  static Optional<String> broken(String name, String password) {
    int length = password.codePointCount(0, password.length());
    if (length < SHORTEST) {
      return Optional.of("short");
    }
    if (password.length() > PasswordHasher.LONGEST) {
      return Optional.of("long");
    }
    String plain = password.toLowerCase(Locale.ROOT).strip();
    String own = name.toLowerCase(Locale.ROOT).strip();
    if (isName(plain, own)) {
      return Optional.of("name");
    }
    return common(plain) ? Optional.of("common") : Optional.empty();
  }

  /** The name itself, backwards, repeated, or with only digits and signs around it. */
  private static boolean isName(String plain, String own) {
    if (own.isEmpty()) {
      return false;
    }
    String backwards = new StringBuilder(own).reverse().toString();
    return Stream.of(own, backwards).filter(plain::contains).map(part -> plain.replace(part, ""))
        .anyMatch(rest -> !rest.matches(".*\\p{L}.*") && rest.length() < SHORTEST);
  }

  private static boolean common(String plain) {
    String word = plain.replaceAll("^[^\\p{L}]+|[^\\p{L}]+$", "");
    String letters = word.replace('0', 'o').replace('@', 'a').replace('$', 's').replaceAll("[^\\p{L}]", "");
    return plain.codePoints().distinct().count() < LEAST_DISTINCT || repeats(plain) || runs(plain)
        || COMMON.contains(letters) || COMMON.contains(plain.replaceAll("[^\\p{L}]", ""));
  }

  /** One piece of up to half its length over and over, such as {@code abc123abc123}. */
  private static boolean repeats(String plain) {
    int length = plain.length();
    for (int unit = 1; unit <= length / 2; unit++) {
      if (length % unit == 0 && plain.equals(plain.substring(0, unit).repeat(length / unit))) {
        return true;
      }
    }
    return false;
  }

  private static boolean runs(String plain) {
    String backwards = new StringBuilder(plain).reverse().toString();
    return RUNS.stream().anyMatch(run -> run.contains(plain) || run.contains(backwards));
  }
}
