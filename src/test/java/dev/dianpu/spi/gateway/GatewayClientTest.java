package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.RawGateway;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.concurrent.TimeUnit;
import java.util.function.Function;
import java.util.stream.IntStream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;

/** A failing test here is a shop that hangs, a pool that runs dry, or a setting that takes a restart. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatewayClientTest {

  /** As many as a gateway gets at once. */
  private static final int CONNECTIONS = 256;

  /** A gateway with one operation of each method. */
  public interface Api extends AutoCloseable {
    @GET
    Response get(@QueryParam("text") String text);

    @POST
    Response post(Form form);
  }

  private static final GatewayTimeouts QUICK = new GatewayTimeouts(Duration.ofMillis(300), Duration.ofMillis(400));
  private static final Function<Api, Response> GET = api -> api.get("x");
  private static final Function<Api, Response> POST = api -> api.post(new Form("text", "x"));

  private final GatewayClient<Api> client = GatewayClient.of(Api.class);

  @AfterEach
  void close() {
    client.close();
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + "/send");
  }

  @Test
  void moreCallsThanConnectionsWaitAndThenGiveUpUnsent() throws Exception {
    CountDownLatch arrived = new CountDownLatch(CONNECTIONS);
    CountDownLatch release = new CountDownLatch(1);
    GatewayTimeouts patient = new GatewayTimeouts(Duration.ofSeconds(3), Duration.ofSeconds(60));
    ExecutorService threads = Executors.newFixedThreadPool(CONNECTIONS);
    try (RawGateway gateway = RawGateway.start((socket, number) -> {
      arrived.countDown();
      release.await();
      RawGateway.write(socket, "200 OK", "", "ok");
    })) {
      List<Future<GatewayReply>> calls = IntStream.range(0, CONNECTIONS)
          .mapToObj(i -> threads.submit(() -> client.call(at(gateway.port()), patient, GET)))
          .toList();
      assertThat(arrived.await(30, TimeUnit.SECONDS)).isTrue();

      assertThat(client.call(at(gateway.port()), patient, GET)).isEqualTo(new NotSent(NotSent.Reason.BUSY));

      release.countDown();
      for (Future<GatewayReply> call : calls) {
        assertThat(call.get(10, TimeUnit.SECONDS)).isInstanceOf(Answer.class);
      }
      assertThat(gateway.arrivals()).isEqualTo(CONNECTIONS);
    } finally {
      threads.shutdownNow();
    }
  }

  @Test
  void answersOfRefusalDoNotUseConnectionsUp() {
    try (RawGateway gateway = RawGateway.start((socket, n) -> RawGateway.write(socket, "403 No", "", "refused"))) {
      for (int call = 0; call < 200; call++) {
        assertThat(client.call(at(gateway.port()), QUICK, GET)).isInstanceOf(Answer.class);
      }
      assertThat(gateway.connections()).isEqualTo(1);
    }
  }

  @Test
  void faultsDoNotUseConnectionsUp() {
    try (RawGateway gateway = RawGateway.start((socket, number) -> socket.close())) {
      for (int call = 0; call < 200; call++) {
        assertThat(client.call(at(gateway.port()), QUICK, GET)).isEqualTo(new Lost(Lost.Reason.BROKEN));
      }
      assertThat(gateway.arrivals()).isEqualTo(200);
    }
  }

  @Test
  void aChangedAddressIsUsedAtOnceAndTheCallUnderWayEndsWell() throws Exception {
    CountDownLatch arrived = new CountDownLatch(1);
    CountDownLatch release = new CountDownLatch(1);
    GatewayTimeouts patient = GatewayTimeouts.ofSeconds(2, 10);
    ExecutorService thread = Executors.newSingleThreadExecutor();
    try (RawGateway old = RawGateway.start((socket, number) -> {
          arrived.countDown();
          release.await();
          RawGateway.write(socket, "200 OK", "", "old");
        });
        RawGateway fresh = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", "new"))) {
      Future<GatewayReply> underWay = thread.submit(() -> client.call(at(old.port()), patient, GET));
      arrived.await();

      assertThat(body(client.call(at(fresh.port()), patient, GET))).isEqualTo("new");
      release.countDown();
      assertThat(body(underWay.get(5, TimeUnit.SECONDS))).isEqualTo("old");
    } finally {
      thread.shutdownNow();
    }
  }

  private static String body(GatewayReply reply) {
    return ((Answer) reply).body();
  }

  @Test
  void anAddressThatIsNoneIsAReplyAndNoException() {
    assertThat(client.call(URI.create("mailto:nobody"), QUICK, GET)).isInstanceOf(NotSent.class);
    assertThat(client.call(URI.create("/relative"), QUICK, GET)).isInstanceOf(NotSent.class);
  }

  @Test
  void sendsNoCookieBackAndKeepsTheBodysLength() {
    try (RawGateway gateway = RawGateway.start(
        (socket, number) -> RawGateway.write(socket, "200 OK", "Set-Cookie: a=b; Path=/\r\n", "ok"))) {
      client.call(at(gateway.port()), QUICK, POST);
      client.call(at(gateway.port()), QUICK, POST);

      assertThat(gateway.requests()).hasSize(2).allSatisfy(request -> {
        assertThat(request).startsWith("POST /send HTTP/1.1\r\n").endsWith("\r\n\r\ntext=x");
        assertThat(request).contains("Content-Length: 6").doesNotContainIgnoringCase("cookie", "chunked", "gzip");
      });
    }
  }

  @Test
  void aHeaderIsFoundWhateverItsCase() {
    try (RawGateway gateway = RawGateway.start(
        (socket, number) -> RawGateway.write(socket, "403 No", "x-ca-ERROR-message:  Quota Exhausted \r\n", ""))) {

      assertThat(client.call(at(gateway.port()), QUICK, GET)).isInstanceOfSatisfying(Answer.class, answer ->
          assertThat(answer.header("X-Ca-Error-Message")).isEqualTo("Quota Exhausted"));
    }
  }

  @Test
  void textGoesOutByteForByteWhenItIsEncoded() {
    String text = "100%25 {x} a+b&c=d 验证码😀 ~*'\"<>#?/;,:@";
    try (RawGateway gateway = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", ""))) {
      client.call(at(gateway.port()), QUICK, api -> api.get(PercentEncoding.encode(text)));

      String line = gateway.requests().get(0).lines().findFirst().orElseThrow();
      String query = line.substring(line.indexOf("?text=") + "?text=".length(), line.lastIndexOf(' '));
      assertThat(query).matches("([A-Za-z0-9._~-]|%[0-9A-F]{2})+");
      assertThat(URLDecoder.decode(query, StandardCharsets.UTF_8)).isEqualTo(text);
    }
  }
}
