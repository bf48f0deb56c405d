package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.gateway.AliyunAuthentication;
import dev.dianpu.spi.gateway.AliyunCredentials;
import dev.dianpu.spi.gateway.GatewayClient;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import dev.dianpu.spi.gateway.PercentEncoding;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.nio.charset.StandardCharsets;
import java.time.Clock;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Stream;
import org.eclipse.jetty.http.HttpFields;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** What our filter sends over the wire, judged by the simulator's own reading of the gateway's document. */
class AliyunAuthenticationTest {

  /** The kinds of requests that channels make. */
  public interface Api extends AutoCloseable {
    @GET
    Response get(@QueryParam("mobile") String mobile, @QueryParam("content") List<String> content);

    @POST
    Response form(@QueryParam("mobile") String mobile, Form form);

    @POST
    @Consumes("application/json")
    Response json(@QueryParam("mobile") String mobile, String body);

    @POST
    Response empty(@QueryParam("content") String content);
  }

  private static final String PLAIN = "验证码：1 {2} %41 + & = 😀";
  private static final String ENCODED = PercentEncoding.encode(PLAIN);

  private final AtomicReference<AliyunCredentials> credentials =
      new AtomicReference<>(new AliyunCredentials.AppKey("key", "secret"));

  private static Stream<Function<Api, Response>> requests() {
    return Stream.of(
        api -> api.get("13800138000", List.of(ENCODED)),
        api -> api.get("", List.of(ENCODED, "second")),
        api -> api.form(ENCODED, new Form("content", PLAIN).param("Beta", "").param("_", "a b")),
        api -> api.form("query", new Form("mobile", "form wins").param("mobile", "second")),
        api -> api.json("1", "{\"text\":\"" + PLAIN + "\"}"),
        api -> api.empty(ENCODED));
  }

  private WireRequest sent(Function<Api, Response> request) {
    try (RawGateway gateway = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", ""));
        GatewayClient<Api> client =
            GatewayClient.of(Api.class, new AliyunAuthentication(credentials::get, Clock.systemUTC()))) {
      client.call(
          URI.create("http://127.0.0.1:" + gateway.port() + "/sendsms"), GatewayTimeouts.ofSeconds(3, 5), request);
      assertThat(gateway.requests()).hasSize(1);
      return parse(gateway.requests().get(0));
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
  void whatGoesOutIsWhatWasSigned(Function<Api, Response> request) {
    WireRequest wire = sent(request);

    AliyunVerifier verifier = new AliyunVerifier("key", "secret", "code", Clock::systemUTC);
    assertThat(verifier.refusal(wire)).isEmpty();
    assertThat(wire.header("X-Ca-Signature-Headers")).isEqualTo("X-Ca-Key,X-Ca-Nonce,X-Ca-Timestamp");
    assertThat(wire.headers().getField("X-Ca-Key").getName()).isEqualTo("X-Ca-Key");
  }

  @Test
  void aCodeIsSentInsteadOfASignature() {
    credentials.set(new AliyunCredentials.AppCode("open-sesame"));

    WireRequest wire = sent(api -> api.empty("x"));

    assertThat(wire.header("Authorization")).isEqualTo("APPCODE open-sesame");
    assertThat(wire.headers()).noneMatch(field -> field.getName().toLowerCase().startsWith("x-ca-"));
  }

  @Test
  void noTwoRequestsShareANonce() {
    assertThat(sent(api -> api.empty("x")).header("X-Ca-Nonce"))
        .isNotEmpty()
        .isNotEqualTo(sent(api -> api.empty("x")).header("X-Ca-Nonce"));
  }
}
