package dev.dianpu.spi.gateway;

import java.net.URI;
import java.time.Clock;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.UUID;
import java.util.concurrent.ThreadLocalRandom;
import java.util.function.Supplier;
import java.util.stream.Collectors;

/**
 * Makes requests that the Aliyun API gateway accepts: signed, or with the AppCode.
 *
 * <p>The headers {@code X-Ca-Key}, {@code X-Ca-Nonce} and {@code X-Ca-Timestamp} are signed and listed, so that nobody
 * on the way can put a fresh time or nonce on an old request.
 */
public final class AliyunAuthentication {

  /** As the market's own SDK asks; the value is signed, so it must go out byte for byte. */
  private static final String ACCEPT = "application/json; charset=utf-8";

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
   * A request without a body.
   *
   * @param method such as {@code GET}
   * @param address without a query
   * @param query at least one parameter, by name, as they are to go out; not encoded
   */
  public GatewayHttp.Request request(String method, URI address, Map<String, String> query) {
    Map<String, String> headers = new LinkedHashMap<>();
    headers.put("Accept", ACCEPT);
    AliyunCredentials now = credentials.get();
    if (now instanceof AliyunCredentials.AppCode appCode) {
      headers.put("Authorization", "APPCODE " + appCode.code());
    } else if (now instanceof AliyunCredentials.AppKey appKey) {
      SortedMap<String, String> signed = signed(appKey);
      headers.putAll(signed);
      headers.put("X-Ca-Signature-Headers", String.join(",", signed.keySet()));
      headers.put("X-Ca-Signature", signature(method, address, query, signed).signedWith(appKey.secret()));
    }
    String encoded = query.entrySet().stream()
        .map(one -> PercentEncoding.encode(one.getKey()) + "=" + PercentEncoding.encode(one.getValue()))
        .collect(Collectors.joining("&"));
    return new GatewayHttp.Request(method, URI.create(address + "?" + encoded), headers, new byte[0]);
  }

  private SortedMap<String, String> signed(AliyunCredentials.AppKey appKey) {
    ThreadLocalRandom random = ThreadLocalRandom.current();
    // Nobody may see the same nonce twice; that nobody can guess it does not matter.
    String nonce = new UUID(random.nextLong(), random.nextLong()).toString();
    return new TreeMap<>(Map.of(
        "X-Ca-Key", appKey.key(), "X-Ca-Nonce", nonce, "X-Ca-Timestamp", Long.toString(clock.millis())));
  }

  private static AliyunSignature signature(
      String method, URI address, Map<String, String> query, SortedMap<String, String> signed) {
    Map<String, List<String>> parameters = new LinkedHashMap<>();
    query.forEach((name, value) -> parameters.put(name, List.of(value)));
    return new AliyunSignature(method, ACCEPT, "", "", "", signed, address.getRawPath(), parameters, Map.of());
  }
}
