package dev.dianpu.simulator;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.DateTimeException;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.time.format.ResolverStyle;
import java.util.Base64;
import java.util.Locale;
import java.util.Optional;

/** Who may come in: {@code sig} and {@code Authorization} (document 002, §2 and §3), each fault with its own code. */
final class CloopenDoor {

  static final Duration WINDOW = Duration.ofHours(24);

  private static final DateTimeFormatter TIMESTAMP =
      DateTimeFormatter.ofPattern("uuuuMMddHHmmss").withResolverStyle(ResolverStyle.STRICT);

  private final ZoneId zone;

  /**
   * A door.
   *
   * @param zone in which timestamps are read
   */
  CloopenDoor(ZoneId zone) {
    this.zone = zone;
  }

  /** Why a request is refused. */
  record Refusal(String code, String message) {}

  /**
   * Looks at a request.
   *
   * @param token of the account in the path; empty when there is no such account
   */
  Optional<Refusal> refusal(WireRequest request, String sid, Optional<String> token, Instant now) {
    String authorization = request.header("Authorization");
    if (authorization.isEmpty()) {
      return refused("161101", "请求包头Authorization参数为空");
    }
    String opened;
    try {
      opened = new String(Base64.getDecoder().decode(authorization), StandardCharsets.UTF_8);
    } catch (IllegalArgumentException noBase64) {
      return refused("161102", "请求包头Authorization参数Base64解码失败");
    }
    int colon = opened.indexOf(':');
    if (colon < 0 || !opened.substring(0, colon).equals(sid)) {
      return refused("161103", "请求包头Authorization参数解码后格式有误");
    }
    String timestamp = opened.substring(colon + 1);
    if (token.isEmpty()) {
      return refused("111141", "主账户不存在");
    }
    Optional<Refusal> stale = stale(timestamp, now);
    return stale.isPresent() || sig(sid + token.get() + timestamp).equals(request.parameter("sig"))
        ? stale : refused("111109", "请求地址Sig校验失败");
  }

  private Optional<Refusal> stale(String timestamp, Instant now) {
    if (timestamp.isEmpty()) {
      return refused("161105", "请求包头Authorization参数解码后时间戳为空");
    }
    Instant made;
    try {
      made = LocalDateTime.parse(timestamp, TIMESTAMP).atZone(zone).toInstant();
    } catch (DateTimeException malformed) {
      return refused("161108", "时间戳格式有误");
    }
    if (made.isBefore(now.minus(WINDOW))) {
      return refused("161106", "时间戳过期");
    }
    return made.isAfter(now.plus(WINDOW)) ? refused("161107", "时间戳错误") : Optional.empty();
  }

  private static Optional<Refusal> refused(String code, String message) {
    return Optional.of(new Refusal(code, message));
  }

  private static String sig(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return String.format("%032x", new BigInteger(1, digest)).toUpperCase(Locale.ROOT);
    } catch (NoSuchAlgorithmException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
