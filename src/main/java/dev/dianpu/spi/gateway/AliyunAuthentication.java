package dev.dianpu.spi.gateway;

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
 * Signs requests for the Aliyun API gateway, or adds the AppCode.
 *
 * <p>The headers {@code X-Ca-Key}, {@code X-Ca-Nonce} and {@code X-Ca-Timestamp} are signed and listed, so that nobody
 * on the way can put a fresh time or nonce on an old request.
 */
public final class AliyunAuthentication {

  /** The type of a body whose parameters are signed one by one; the value is signed, too. */
  public static final String FORM_TYPE = "application/x-www-form-urlencoded; charset=utf-8";

  /** As the market's own SDK asks; the value is signed, so it must go out byte for byte. */
  private static final String ACCEPT = "application/json; charset=utf-8";
  private static final String CONTENT_TYPE = "Content-Type";
  private static final String CONTENT_MD5 = "Content-MD5";

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

  /**
   * The same request with what the gateway asks for.
   *
   * @param request a body needs its {@code Content-Type}; that of a form is {@link #FORM_TYPE}
   */
  public GatewayHttp.Request authenticate(GatewayHttp.Request request) {
    Map<String, String> headers = new LinkedHashMap<>(request.headers());
    headers.put("Accept", ACCEPT);
    AliyunCredentials now = credentials.get();
    if (now instanceof AliyunCredentials.AppCode appCode) {
      headers.put("Authorization", "APPCODE " + appCode.code());
    } else if (now instanceof AliyunCredentials.AppKey appKey) {
      sign(request, headers, appKey);
    }
    return new GatewayHttp.Request(request.method(), request.uri(), headers, request.body());
  }

  private void sign(GatewayHttp.Request request, Map<String, String> headers, AliyunCredentials.AppKey appKey) {
    Map<String, String> signed = new TreeMap<>(Map.of(
        "X-Ca-Key", appKey.key(),
        "X-Ca-Nonce", UUID.randomUUID().toString(),
        "X-Ca-Timestamp", Long.toString(clock.millis())));
    String type = headers.getOrDefault(CONTENT_TYPE, "");
    boolean form = type.equals(FORM_TYPE);
    if (!form && request.body().length > 0) {
      headers.put(CONTENT_MD5, md5(request.body()));
    }
    AliyunSignature signature = new AliyunSignature(
        request.method(),
        ACCEPT,
        headers.getOrDefault(CONTENT_MD5, ""),
        type,
        headers.getOrDefault("Date", ""),
        signed,
        request.uri().getRawPath(),
        parameters(request.uri().getRawQuery()),
        form ? parameters(new String(request.body(), StandardCharsets.UTF_8)) : Map.of());
    headers.putAll(signed);
    headers.put("X-Ca-Signature-Headers", String.join(",", signed.keySet()));
    headers.put("X-Ca-Signature", signature.signedWith(appKey.secret()));
  }

  private static String md5(byte[] body) {
    try {
      return Base64.getEncoder().encodeToString(MessageDigest.getInstance("MD5").digest(body));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform must offer MD5", missing);
    }
  }

  private static Map<String, List<String>> parameters(String encoded) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    for (String pair : encoded == null ? new String[0] : encoded.split("&")) {
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
