package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.gateway.AliyunAuthentication;
import dev.dianpu.spi.gateway.AliyunCredentials;
import dev.dianpu.spi.gateway.GatewayHttp;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import dev.dianpu.spi.gateway.PercentEncoding;
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
import org.junit.jupiter.params.provider.MethodSource;

/** What we send over the wire, judged by the simulator's own reading of the gateway's document. */
class AliyunAuthenticationTest {

  private static final String PLAIN = "验证码：1 {2} %41 + & = 😀";
  private static final String ENCODED = PercentEncoding.encode(PLAIN);
  private static final Kind EMPTY = new Kind("POST", "content=" + ENCODED, "", "");

  private final AtomicReference<AliyunCredentials> credentials =
      new AtomicReference<>(new AliyunCredentials.AppKey("key", "secret"));

  /** A kind of request that channels make. */
  private record Kind(String method, String query, String type, String body) {
    @Override
    public String toString() {
      return method + " " + type;
    }
  }

  private static Stream<Kind> requests() {
    String form = AliyunAuthentication.FORM_TYPE;
    return Stream.of(
        new Kind("GET", "mobile=13800138000&content=" + ENCODED, "", ""),
        new Kind("GET", "mobile=&content=" + ENCODED + "&content=second", "", ""),
        new Kind("POST", "mobile=" + ENCODED, form, "content=" + ENCODED + "&Beta=&_=a+b"),
        new Kind("POST", "mobile=query", form, "mobile=form+wins&mobile=second"),
        new Kind("POST", "mobile=1", "application/json", "{\"text\":\"" + PLAIN + "\"}"),
        EMPTY);
  }

  private WireRequest sent(Kind kind) {
    try (RawGateway raw = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", ""));
        GatewayHttp gateway = new GatewayHttp()) {
      URI address = URI.create("http://127.0.0.1:" + raw.port() + "/sendsms");
      gateway.call(address, GatewayTimeouts.ofSeconds(3, 5),
          new AliyunAuthentication(credentials::get, Clock.systemUTC()).authenticate(new GatewayHttp.Request(
              kind.method, URI.create(address + "?" + kind.query),
              kind.type.isEmpty() ? Map.of() : Map.of("Content-Type", kind.type),
              kind.body.getBytes(StandardCharsets.UTF_8))));
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
  void whatGoesOutIsWhatWasSigned(Kind kind) {
    WireRequest wire = sent(kind);

    AliyunVerifier verifier = new AliyunVerifier("key", "secret", "code", Clock::systemUTC);
    assertThat(verifier.refusal(wire)).isEmpty();
    assertThat(wire.header("X-Ca-Signature-Headers")).isEqualTo("X-Ca-Key,X-Ca-Nonce,X-Ca-Timestamp");
    assertThat(wire.headers().getField("X-Ca-Key").getName()).isEqualTo("X-Ca-Key");
  }

  @Test
  void aCodeIsSentInsteadOfASignature() {
    credentials.set(new AliyunCredentials.AppCode("open-sesame"));

    WireRequest wire = sent(EMPTY);

    assertThat(wire.header("Authorization")).isEqualTo("APPCODE open-sesame");
    assertThat(wire.headers()).noneMatch(field -> field.getName().toLowerCase().startsWith("x-ca-"));
  }

  @Test
  void noTwoRequestsShareANonce() {
    assertThat(sent(EMPTY).header("X-Ca-Nonce"))
        .isNotEmpty()
        .isNotEqualTo(sent(EMPTY).header("X-Ca-Nonce"));
  }
}
