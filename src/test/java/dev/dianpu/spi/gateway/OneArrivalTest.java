package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.RawGateway;
import dev.dianpu.simulator.RawGateway.Behaviour;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import dev.dianpu.spi.gateway.GatewayReply.Lost;
import dev.dianpu.spi.gateway.GatewayReply.NotSent;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Form;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.net.ServerSocket;
import java.net.Socket;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CountDownLatch;
import java.util.function.Function;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

/** Each test here that fails is a second paid SMS, or one that is taken for sent and was not. */
@Timeout(value = 30, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class OneArrivalTest {

  /** A gateway with one operation of each method. */
  public interface Api extends AutoCloseable {
    @GET
    Response get(@QueryParam("text") String text);

    @POST
    Response post(Form form);
  }

  private static final GatewayTimeouts QUICK = new GatewayTimeouts(Duration.ofMillis(300), Duration.ofMillis(400));
  private static final GatewayTimeouts PATIENT = new GatewayTimeouts(Duration.ofSeconds(5), Duration.ofSeconds(5));

  private final GatewayClient<Api> rest = GatewayClient.of(Api.class);
  private final GatewayHttp http = new GatewayHttp();
  private GatewayTimeouts timeouts = QUICK;

  /** Each way in which a channel can make a request. */
  private List<Function<URI, GatewayReply>> ways() {
    Map<String, String> form = Map.of("Content-Type", "application/x-www-form-urlencoded");
    return List.of(
        address -> rest.call(address, timeouts, api -> api.get("x")),
        address -> rest.call(address, timeouts, api -> api.post(new Form("text", "x"))),
        address -> http.call(address, timeouts,
            new GatewayHttp.Request("GET", URI.create(address + "?text=x"), Map.of(), new byte[0])),
        address -> http.call(address, timeouts, new GatewayHttp.Request("POST", address, form, "text=x".getBytes())));
  }

  @AfterEach
  void close() {
    rest.close();
    http.close();
  }

  private static URI at(int port) {
    return URI.create("http://127.0.0.1:" + port + "/send");
  }

  private static Arguments fault(String name, GatewayReply expected, Behaviour behaviour) {
    return Arguments.of(name, expected, behaviour);
  }

  private static Stream<Arguments> faults() {
    Lost broken = new Lost(Lost.Reason.BROKEN);
    return Stream.of(
        fault("closed after reading", broken, (socket, number) -> socket.close()),
        fault("reset after reading", broken, (socket, number) -> {
          socket.setSoLinger(true, 0);
          socket.close();
        }),
        fault("broken off in the body", broken, (socket, number) -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100\r\n\r\n{\"result\":0".getBytes());
          socket.close();
        }),
        fault("broken off in the head", broken, (socket, number) -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Le".getBytes());
          socket.close();
        }),
        fault("chunks without an end", broken, (socket, number) -> {
          socket.getOutputStream()
              .write("HTTP/1.1 200 OK\r\nTransfer-Encoding: chunked\r\n\r\n5\r\nhello\r\n".getBytes());
          socket.close();
        }),
        fault("no HTTP", broken, (socket, number) -> {
          socket.getOutputStream().write("SSH-2.0-OpenSSH_9.2\r\n\r\n".getBytes());
          socket.close();
        }),
        fault("longer than any answer", broken, (socket, number) ->
            RawGateway.write(socket, "200 OK", "Connection: close\r\n", "x".repeat(WholeAnswerFilter.MOST_BYTES + 1))),
        fault("silent", new Lost(Lost.Reason.TIMEOUT), (socket, number) -> Thread.sleep(60_000)),
        fault("dripping", new Lost(Lost.Reason.TIMEOUT), (socket, number) -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\nContent-Length: 100000\r\n\r\n".getBytes());
          while (true) {
            socket.getOutputStream().write('x');
            Thread.sleep(100);
          }
        }),
        fault("dripping in the head", new Lost(Lost.Reason.TIMEOUT), (socket, number) -> {
          socket.getOutputStream().write("HTTP/1.1 200 OK\r\nX-Slow: ".getBytes());
          while (true) {
            socket.getOutputStream().write('x');
            Thread.sleep(100);
          }
        }));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("faults")
  void aRequestArrivesOnceWhateverTheGatewayDoes(String name, GatewayReply expected, Behaviour behaviour) {
    for (Function<URI, GatewayReply> way : ways()) {
      try (RawGateway gateway = RawGateway.start(behaviour)) {
        long start = System.nanoTime();

        GatewayReply reply = way.apply(at(gateway.port()));

        assertThat(reply).isEqualTo(expected);
        assertThat(gateway.arrivals()).isEqualTo(1);
        assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(QUICK.whole().plusMillis(2_000));
      }
    }
  }

  private static Stream<Arguments> refusals() {
    return Stream.of(
        Arguments.of("503 Busy", "Retry-After: 0\r\n"),
        Arguments.of("429 Slow down", "Retry-After: 0\r\n"),
        Arguments.of("401 Who", "WWW-Authenticate: Basic realm=\"x\"\r\n"),
        Arguments.of("407 Proxy", "Proxy-Authenticate: Basic realm=\"x\"\r\n"),
        Arguments.of("302 Elsewhere", "Location: /other\r\n"),
        Arguments.of("307 Elsewhere", "Location: /other\r\n"),
        Arguments.of("308 Elsewhere", "Location: http://127.0.0.1:1/other\r\n"),
        Arguments.of("408 Waited", "Connection: close\r\n"),
        Arguments.of("421 Misdirected", ""),
        Arguments.of("425 Early", ""));
  }

  @ParameterizedTest(name = "{0}")
  @MethodSource("refusals")
  void anAnswerThatInvitesARepetitionIsJustAnAnswer(String status, String headers) {
    for (Function<URI, GatewayReply> way : ways()) {
      try (RawGateway gateway = RawGateway.start((socket, n) -> RawGateway.write(socket, status, headers, "no"))) {

        GatewayReply reply = way.apply(at(gateway.port()));

        assertThat(reply).isInstanceOfSatisfying(Answer.class, answer -> {
          assertThat(answer.status()).isEqualTo(Integer.parseInt(status.substring(0, 3)));
          assertThat(answer.body()).isEqualTo("no");
        });
        assertThat(gateway.arrivals()).isEqualTo(1);
      }
    }
  }

  @Test
  void aKeptConnectionThatTheGatewayClosedIsNotedBeforeTheRequestLeaves() throws Exception {
    timeouts = PATIENT;
    for (Function<URI, GatewayReply> way : ways()) {
      CountDownLatch closed = new CountDownLatch(1);
      Behaviour closesAfterAnswering = (socket, number) -> {
        RawGateway.write(socket, "200 OK", "", "ok");
        if (number == 1) {
          socket.close();
          closed.countDown();
        }
      };
      try (RawGateway gateway = RawGateway.start(closesAfterAnswering)) {
        assertThat(way.apply(at(gateway.port()))).isInstanceOf(Answer.class);
        closed.await();

        assertThat(way.apply(at(gateway.port()))).isInstanceOf(Answer.class);
        assertThat(gateway.arrivals()).isEqualTo(2);
        assertThat(gateway.connections()).isEqualTo(2);
      }
    }
  }

  @Test
  void aConnectionIsKept() {
    timeouts = PATIENT;
    for (Function<URI, GatewayReply> way : ways()) {
      try (RawGateway gateway = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", "ok"))) {
        assertThat(List.of(way.apply(at(gateway.port())), way.apply(at(gateway.port())), way.apply(at(gateway.port()))))
            .hasOnlyElementsOfType(Answer.class);
        assertThat(gateway.connections()).isEqualTo(1);
      }
    }
  }

  private void none(URI address, NotSent.Reason reason) {
    assertThat(ways()).allSatisfy(way -> assertThat(way.apply(address)).isEqualTo(new NotSent(reason)));
  }

  @Test
  void whereNobodyListensNothingIsSent() throws IOException {
    int port;
    try (ServerSocket free = new ServerSocket(0)) {
      port = free.getLocalPort();
    }
    none(at(port), NotSent.Reason.REFUSED);
  }

  @Test
  void aNameThatDoesNotExistIsToldApart() {
    none(URI.create("http://gateway.invalid/send"), NotSent.Reason.UNKNOWN_HOST);
  }

  @Test
  void aTlsHandshakeThatHangsIsNotSentAndEndsInTime() {
    try (RawGateway gateway = RawGateway.mute()) {
      long start = System.nanoTime();

      none(URI.create("https://127.0.0.1:" + gateway.port() + "/send"), NotSent.Reason.CONNECT_TIMEOUT);

      assertThat(Duration.ofNanos(System.nanoTime() - start)).isLessThan(Duration.ofSeconds(3L * ways().size()));
    }
  }

  @Test
  void anAddressThatSpeaksNoTlsIsNotSent() throws IOException {
    for (Function<URI, GatewayReply> way : ways()) {
      try (ServerSocket plain = answering("HTTP/1.1 400 Bad Request\r\n\r\n")) {
        URI address = URI.create("https://127.0.0.1:" + plain.getLocalPort() + "/send");
        assertThat(way.apply(address)).isEqualTo(new NotSent(NotSent.Reason.TLS));
      }
    }
  }

  private static ServerSocket answering(String bytes) throws IOException {
    ServerSocket listener = new ServerSocket(0);
    Thread thread = new Thread(() -> {
      try (Socket socket = listener.accept()) {
        socket.getInputStream().read();
        socket.getOutputStream().write(bytes.getBytes());
        socket.getOutputStream().flush();
        socket.getInputStream().readAllBytes();
      } catch (IOException closed) {
        // The test is over.
      }
    });
    thread.setDaemon(true);
    thread.start();
    return listener;
  }
}
