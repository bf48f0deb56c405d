package dev.dianpu.spi.gateway;

import java.nio.charset.StandardCharsets;
import java.security.GeneralSecurityException;
import java.util.Base64;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.SortedMap;
import java.util.StringJoiner;
import java.util.TreeMap;
import javax.crypto.Mac;
import javax.crypto.spec.SecretKeySpec;

/**
 * What the Aliyun API gateway signs of a request, version 1: HMAC-SHA256 over the method, four headers, the {@code
 * X-Ca-}
 * headers that the request lists, the path and the decoded parameters.
 *
 * @param method the HTTP method
 * @param accept the header {@code Accept} exactly as sent; empty when it is absent, as with the next three
 * @param contentMd5 Base64 of the MD5 of a body that is no form
 * @param contentType the header {@code Content-Type}
 * @param date the header {@code Date}
 * @param headers the other headers that are signed, by the names as sent
 * @param path the path as sent
 * @param query the decoded parameters of the query
 * @param form the decoded parameters of the body, when it is a form
 */
record AliyunSignature(
    String method,
    String accept,
    String contentMd5,
    String contentType,
    String date,
    Map<String, String> headers,
    String path,
    Map<String, List<String>> query,
    Map<String, List<String>> form) {

  private static final String ALGORITHM = "HmacSHA256";

  AliyunSignature {
    Objects.requireNonNull(path);
    headers = Map.copyOf(headers);
  }

  /** The text that both sides sign. It holds phones and codes: never log it. */
  String text() {
    StringJoiner lines = new StringJoiner("\n");
    lines.add(method).add(accept).add(contentMd5).add(contentType).add(date);
    new TreeMap<>(headers).forEach((name, value) -> lines.add(name + ":" + value));
    return lines.add(resource()).toString();
  }

  /** The value of {@code X-Ca-Signature}. */
  String signedWith(String secret) {
    try {
      Mac mac = Mac.getInstance(ALGORITHM);
      mac.init(new SecretKeySpec(secret.getBytes(StandardCharsets.UTF_8), ALGORITHM));
      return Base64.getEncoder().encodeToString(mac.doFinal(text().getBytes(StandardCharsets.UTF_8)));
    } catch (GeneralSecurityException missing) {
      throw new IllegalStateException("every Java platform must offer " + ALGORITHM, missing);
    }
  }

  /** Of a repeated parameter the gateway signs the first value; of one in both places, the form's. */
  private String resource() {
    SortedMap<String, String> parameters = new TreeMap<>();
    query.forEach((name, values) -> parameters.put(name, first(values)));
    form.forEach((name, values) -> parameters.put(name, first(values)));
    if (parameters.isEmpty()) {
      return path;
    }
    StringJoiner pairs = new StringJoiner("&", path + "?", "");
    parameters.forEach((name, value) -> pairs.add(value.isEmpty() ? name : name + "=" + value));
    return pairs.toString();
  }

  private static String first(List<String> values) {
    return values.isEmpty() || values.get(0) == null ? "" : values.get(0);
  }

  /** Nothing that is signed. */
  @Override
  public String toString() {
    return "AliyunSignature[" + method + "]";
  }
}
