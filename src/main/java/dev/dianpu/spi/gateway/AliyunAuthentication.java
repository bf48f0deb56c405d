package dev.dianpu.spi.gateway;

import jakarta.annotation.Priority;
import jakarta.ws.rs.Priorities;
import jakarta.ws.rs.client.ClientRequestContext;
import jakarta.ws.rs.client.ClientRequestFilter;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.time.Clock;
import java.util.ArrayList;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.TreeMap;
import java.util.UUID;
import java.util.function.Supplier;

/**
 * Signs each request of a REST client for the Aliyun API gateway, or adds the AppCode. For a request without a body,
 * with
 * a {@link Form}, a {@code byte[]} or a {@code String}.
 *
 * <p>The headers {@code X-Ca-Key}, {@code X-Ca-Nonce} and {@code X-Ca-Timestamp} are signed and listed, so that nobody
 * on the way can put a fresh time or nonce on an old request.
 */
@Priority(Priorities.USER + 1000)
public final class AliyunAuthentication implements ClientRequestFilter {

  /** As the market's own SDK asks; the value is signed, so it must go out byte for byte. */
  private static final String ACCEPT = "application/json; charset=utf-8";
  private static final String FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

  private final Supplier<AliyunCredentials> credentials;
  private final Clock clock;

  /**
   * Reads nothing yet.
   *
   * @param credentials asked at every request, since they are live settings
   * @param clock gives the timestamp, which the gateway accepts for 15 minutes
   */
  public AliyunAuthentication(Supplier<AliyunCredentials> credentials, Clock clock) {
    this.credentials = credentials;
    this.clock = clock;
  }

  @Override
  public void filter(ClientRequestContext request) {
    request.getHeaders().putSingle(HttpHeaders.ACCEPT, ACCEPT);
    AliyunCredentials now = credentials.get();
    if (now instanceof AliyunCredentials.AppCode appCode) {
      request.getHeaders().putSingle(HttpHeaders.AUTHORIZATION, "APPCODE " + appCode.code());
    } else if (now instanceof AliyunCredentials.AppKey appKey) {
      sign(request, appKey);
    }
  }

  private void sign(ClientRequestContext request, AliyunCredentials.AppKey appKey) {
    Map<String, String> signed = new TreeMap<>(Map.of(
        "X-Ca-Key", appKey.key(),
        "X-Ca-Nonce", UUID.randomUUID().toString(),
        "X-Ca-Timestamp", Long.toString(clock.millis())));
    Map<String, List<String>> form = describeBody(request);
    AliyunSignature signature = new AliyunSignature(
        request.getMethod(),
        ACCEPT,
        header(request, "Content-MD5"),
        header(request, HttpHeaders.CONTENT_TYPE),
        header(request, HttpHeaders.DATE),
        signed,
        request.getUri().getRawPath(),
        parameters(request.getUri().getRawQuery()),
        form);
    signed.forEach((name, value) -> request.getHeaders().putSingle(name, value));
    request.getHeaders().putSingle("X-Ca-Signature-Headers", String.join(",", signed.keySet()));
    request.getHeaders().putSingle("X-Ca-Signature", signature.signedWith(appKey.secret()));
  }

  /** Fixes the headers that tell of the body, and returns the parameters in it. */
  private static Map<String, List<String>> describeBody(ClientRequestContext request) {
    Object body = request.getEntity();
    if (body == null) {
      return Map.of();
    }
    if (body instanceof Form form) {
      request.setEntity(form, request.getEntityAnnotations(), MediaType.APPLICATION_FORM_URLENCODED_TYPE);
      request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, FORM_TYPE);
      return form.asMap();
    }
    request.getHeaders().putSingle("Content-MD5", md5(bytes(body)));
    request.getHeaders().putSingle(HttpHeaders.CONTENT_TYPE, header(request, HttpHeaders.CONTENT_TYPE));
    return Map.of();
  }

  private static byte[] bytes(Object body) {
    if (body instanceof byte[] bytes) {
      return bytes;
    }
    if (body instanceof String text) {
      return text.getBytes(StandardCharsets.UTF_8);
    }
    throw new IllegalArgumentException("cannot sign a body of " + body.getClass().getName());
  }

  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform must offer MD5", missing);
    }
  }

  private static String header(ClientRequestContext request, String name) {
    String value = request.getHeaderString(name);
    return value == null ? "" : value;
  }

  private static Map<String, List<String>> parameters(String rawQuery) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : rawQuery == null ? new String[0] : rawQuery.split("&")) {
      int equals = pair.indexOf('=');
      String name = PercentEncoding.decode(equals < 0 ? pair : pair.substring(0, equals));
      String value = equals < 0 ? "" : PercentEncoding.decode(pair.substring(equals + 1));
      if (!pair.isEmpty()) {
        parameters.computeIfAbsent(name, unused -> new ArrayList<>()).add(value);
      }
    }
    return parameters;
  }
}
