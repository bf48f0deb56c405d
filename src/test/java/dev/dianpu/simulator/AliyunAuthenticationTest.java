package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.gateway.AliyunAuthentication;
import dev.dianpu.spi.gateway.AliyunCredentials;
import dev.dianpu.spi.gateway.GatewayHttp;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicReference;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** What we send over the wire, judged by the simulator's own reading of the gateway's document. */
class AliyunAuthenticationTest {

  private static final String PLAIN = "验证码：1 {2} %41 + & = 😀";

  private final AtomicReference<AliyunCredentials> credentials =
      new AtomicReference<>(new AliyunCredentials.AppKey("key", "secret"));

  private static Stream<Arguments> requests() {
    return Stream.of(
        Arguments.of("GET", Map.of("mobile", "13800138000", "content", PLAIN)),
        Arguments.of("GET", Map.of("mobile", "", "content", PLAIN, "Beta", "a*b~c-d_e.f", "_", "a b")),
        Arguments.of("POST", Map.of("content", PLAIN)));
  }

  private WireRequest sent(String method, Map<String, String> query) {
    try (RawGateway raw = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", ""));
        GatewayHttp gateway = new GatewayHttp()) {
      URI address = URI.create("http://127.0.0.1:" + raw.port() + "/sendsms");
      gateway.call(address, GatewayTimeouts.ofSeconds(3, 5),
          new AliyunAuthentication(credentials::get, Clock.systemUTC()).request(method, address, query));
      assertThat(raw.requests()).hasSize(1);
      return parse(raw.requests().get(0));
    }
  }

  private static WireRequest parse(String raw) {
    String[] parts = raw.split("\r\n\r\n", 2);
    List<String> lines = parts[0].lines().toList();
    String[] first = lines.get(0).split(" ");
    URI uri = URI.create(first[1]);
    HttpFields.Mutable headers = HttpFields.build();
    lines.stream().skip(1).forEach(line -> {
      int colon = line.indexOf(':');
      headers.add(line.substring(0, colon), line.substring(colon + 1).strip());
    });
    String body = new String(
        parts[1].getBytes(StandardCharsets.ISO_8859_1), StandardCharsets.UTF_8);
    String query = uri.getRawQuery() == null ? "" : uri.getRawQuery();
    return new WireRequest(first[0], uri.getRawPath(), query, headers, body);
  }

  @ParameterizedTest
  @MethodSource("requests")
  void whatGoesOutIsWhatWasSigned(String method, Map<String, String> query) {
    WireRequest wire = sent(method, query);

    AliyunVerifier verifier = new AliyunVerifier("key", "secret", "code", Clock::systemUTC);
    assertThat(verifier.refusal(wire)).isEmpty();
    assertThat(wire.header("X-Ca-Signature-Headers")).isEqualTo("X-Ca-Key,X-Ca-Nonce,X-Ca-Timestamp");
    assertThat(wire.headers().getField("X-Ca-Key").getName()).isEqualTo("X-Ca-Key");
  }

  @Test
  void aCodeIsSentInsteadOfASignature() {
    credentials.set(new AliyunCredentials.AppCode("open-sesame"));

    WireRequest wire = sent("POST", Map.of("content", "x"));

    assertThat(wire.header("Authorization")).isEqualTo("APPCODE open-sesame");
    assertThat(wire.headers()).noneMatch(field -> field.getName().toLowerCase().startsWith("x-ca-"));
  }

  @Test
  void noTwoRequestsShareANonce() {
    assertThat(sent("POST", Map.of("content", "x")).header("X-Ca-Nonce"))
        .isNotEmpty()
        .isNotEqualTo(sent("POST", Map.of("content", "x")).header("X-Ca-Nonce"));
  }
}
