package dev.dianpu.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.OptionalInt;
import java.util.concurrent.atomic.AtomicInteger;

/** Who calls the simulated 互亿无线, by which password (document 004, chapter 8). */
final class IhuyiDoor {

  private static final Duration LIFE = Duration.ofMinutes(10);

  private final String account;
  private final String key;
  /** With which code every request is refused; 0 for none. */
  final AtomicInteger state = new AtomicInteger();

  IhuyiDoor(String account, String key) {
    this.account = account;
    this.key = key;
  }

  /**
   * For SMS and balance: the key, or a dynamic password when there is a time.
   *
   * @param signed what stands in the digest between key and time
   */
  OptionalInt refusal(Map<String, String> given, String signed, Instant now) {
    OptionalInt nobody = nobody(given);
    String time = given.getOrDefault("time", "");
    if (nobody.isPresent() || !time.matches("[0-9]{10}")) {
      return nobody.isPresent() ? nobody : known(given.get("password").equals(key), 405);
    }
    long age = Math.abs(now.getEpochSecond() - Long.parseLong(time));
    return age > LIFE.toSeconds() ? OptionalInt.of(40501)
        : known(given.get("password").equals(md5(account + key + signed + time)), 40502);
  }

  /** For templates: the key or its MD5. */
  OptionalInt refusalOfTemplates(Map<String, String> given) {
    OptionalInt nobody = nobody(given);
    return nobody.isPresent() ? nobody
        : known(given.get("password").equals(key) || given.get("password").equals(md5(key)), 405);
  }

  private OptionalInt nobody(Map<String, String> given) {
    if (state.get() == 400 || state.get() == 4052) {
      return OptionalInt.of(state.get());
    }
    if (given.getOrDefault("account", "").isEmpty()) {
      return OptionalInt.of(401);
    }
    if (given.getOrDefault("password", "").isEmpty()) {
      return OptionalInt.of(402);
    }
    return given.get("account").equals(account) ? OptionalInt.empty() : OptionalInt.of(405);
  }

  private OptionalInt known(boolean right, int otherwise) {
    if (!right) {
      return OptionalInt.of(otherwise);
    }
    return state.get() == 0 ? OptionalInt.empty() : OptionalInt.of(state.get());
  }

  private static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return String.format("%032x", new BigInteger(1, digest));
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
