package dev.dianpu.simulator;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.security.MessageDigest;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Base64;
import java.util.Collections;
import java.util.Iterator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Supplier;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * The Aliyun API gateway's door: who calls, is it signed, is it fresh. From the gateway's document of the
 * signature.
 */
final class AliyunVerifier {

  static final long WINDOW_MILLIS = 15 * 60 * 1000L;
  private static final int NONCES = 200_000;
  private static final Set<String> NEVER_SIGNED = Set.of(
      "x-ca-signature", "x-ca-signature-headers", "accept", "content-md5", "content-type", "date");

  private final String key;
  private final String secret;
  private final String code;
  private final Supplier<Clock> clock;
  private final Map<String, Long> nonces = new LinkedHashMap<>();

  AliyunVerifier(String key, String secret, String code, Supplier<Clock> clock) {
    this.key = key;
    this.secret = secret;
    this.code = code;
    this.clock = clock;
  }

  /** Why the gateway refuses. */
  record Refusal(int status, String message) {}

  Optional<Refusal> refusal(WireRequest request) {
    String authorization = request.header("Authorization");
    if (authorization.startsWith("APPCODE ")) {
      return authorization.equals("APPCODE " + code)
          ? Optional.empty()
          : Optional.of(new Refusal(400, "Invalid AppCode `not exists`"));
    }
    if (request.header("X-Ca-Signature").isEmpty()) {
      return Optional.of(new Refusal(404, "Empty Signature"));
    }
    if (!request.header("X-Ca-Key").equals(key)) {
      return Optional.of(new Refusal(400, "Invalid AppKey"));
    }
    return stale(request).or(() -> forged(request)).or(() -> repeated(request));
  }

  private Optional<Refusal> stale(WireRequest request) {
    String timestamp = request.header("X-Ca-Timestamp");
    if (timestamp.isEmpty()) {
      return Optional.empty();
    }
    if (!timestamp.matches("[0-9]{1,15}")) {
      return Optional.of(new Refusal(400, "Invalid Timestamp"));
    }
    long age = Math.abs(clock.get().millis() - Long.parseLong(timestamp));
    return age > WINDOW_MILLIS ? Optional.of(new Refusal(400, "Timestamp Expired")) : Optional.empty();
  }

  private Optional<Refusal> forged(WireRequest request) {
    String md5 = request.header("Content-MD5");
    if (!md5.isEmpty() && !md5.equals(base64Md5(request.body()))) {
      return Optional.of(new Refusal(400, "Invalid Content-MD5"));
    }
    String text = signedText(request);
    return hmac(text).equals(request.header("X-Ca-Signature"))
        ? Optional.empty()
        : Optional.of(new Refusal(400, "Invalid Signature, Server StringToSign:" + text.replace('\n', '#')));
  }

  private Optional<Refusal> repeated(WireRequest request) {
    String nonce = request.header("X-Ca-Nonce");
    if (nonce.isEmpty()) {
      return Optional.empty();
    }
    long now = clock.get().millis();
    synchronized (nonces) {
      forgetOld(now);
      return nonces.putIfAbsent(nonce, now) == null
          ? Optional.empty()
          : Optional.of(new Refusal(400, "Nonce Used"));
    }
  }

  /** In the order of their coming, so only the head needs a look. */
  private void forgetOld(long now) {
    Iterator<Long> seen = nonces.values().iterator();
    while (seen.hasNext() && (now - seen.next() > WINDOW_MILLIS || nonces.size() > NONCES)) {
      seen.remove();
    }
  }

  void forgetNonces() {
    synchronized (nonces) {
      nonces.clear();
    }
  }

  /** The text that the sender should have signed. The listed names are sorted here: some senders list them unsorted. */
  static String signedText(WireRequest request) {
    StringBuilder text = new StringBuilder(request.method().toUpperCase(Locale.ROOT)).append('\n');
    for (String name : List.of("Accept", "Content-MD5", "Content-Type", "Date")) {
      text.append(request.header(name)).append('\n');
    }
    List<String> listed = new ArrayList<>(Arrays.asList(request.header("X-Ca-Signature-Headers").split(",")));
    listed.replaceAll(String::strip);
    listed.removeIf(name -> name.isEmpty() || NEVER_SIGNED.contains(name.toLowerCase(Locale.ROOT)));
    Collections.sort(listed);
    listed.forEach(name -> text.append(name).append(':').append(request.header(name)).append('\n'));
    return text.append(request.path()).append(parameters(request)).toString();
  }

  private static String parameters(WireRequest request) {
    Map<String, String> merged = new TreeMap<>();
    request.query().forEach((name, values) -> merged.put(name, values.get(0)));
    request.form().forEach((name, values) -> merged.put(name, values.get(0)));
    StringBuilder text = new StringBuilder();
    merged.forEach((name, value) -> {
      text.append(text.isEmpty() ? '?' : '&').append(name);
      if (!value.isEmpty()) {
        text.append('=').append(value);
      }
    });
    return text.toString();
  }

  private String hmac(String text) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), "HmacSHA256"));
      return Base64.getEncoder().encodeToString(mac.doFinal(text.getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }

  private static String base64Md5(String body) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(body.getBytes(StandardCharsets.UTF_8));
      return Base64.getEncoder().encodeToString(digest);
    } catch (GeneralSecurityException impossible) {
      throw new IllegalStateException(impossible);
    }
  }
}
