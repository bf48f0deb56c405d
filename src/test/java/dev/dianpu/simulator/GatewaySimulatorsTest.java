package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.IOException;
import java.io.OutputStream;
import java.net.InetAddress;
import java.net.Socket;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** The simulators as people, scripts and other tests meet them: over bare HTTP. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class GatewaySimulatorsTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0,
      token -> token.equals("sealed+/=") ? Optional.of("a\"b") : Optional.empty());

  @AfterEach
  void stop() {
    simulators.close();
  }

  private String exchange(String firstLine, String headers, String body) throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), simulators.port())) {
      OutputStream out = socket.getOutputStream();
      byte[] bytes = body.getBytes(StandardCharsets.UTF_8);
      out.write((firstLine + " HTTP/1.1\r\n" + headers + "Connection: close\r\nContent-Length: " + bytes.length
          + "\r\n\r\n").getBytes(StandardCharsets.ISO_8859_1));
      out.write(bytes);
      out.flush();
      return new String(socket.getInputStream().readAllBytes(), StandardCharsets.UTF_8);
    }
  }

  private String host() {
    return "Host: 127.0.0.1:" + simulators.port() + "\r\n";
  }

  private String get(String path) throws IOException {
    return exchange("GET " + path, host(), "");
  }

  private String post(String path) throws IOException {
    return exchange("POST " + path, host(), "");
  }

  private String send(String mobile, String text) throws IOException {
    return exchange("GET /sendsms?mobile=" + mobile + "&content=" + URLEncoder.encode(text, StandardCharsets.UTF_8),
        host() + "Authorization: APPCODE " + ChanyooSimulator.APP_CODE + "\r\n", "");
  }

  @Test
  void aPhonesInboxIsAnArrayNewestFirst() throws IOException {
    assertThat(get("/phone/13800138000.json")).contains(" 200 ").endsWith("\r\n\r\n[]");
    assertThat(send("13800138000", "first【店铺】")).contains("{\"result\":0,\"errmsg\":\"OK\",\"ext\":\"\",\"sid\":\"8:");
    send("13800138000", "second \"quoted\"【店铺】");

    String json = get("/phone/13800138000.json");

    assertThat(json).contains("application/json");
    assertThat(json.substring(json.indexOf("\r\n\r\n") + 4)).matches(
        "\\[\\{\"to\":\"13800138000\",\"text\":\"second \\\\\"quoted\\\\\"【店铺】\",\"channel\":\"chanyoo\","
            + "\"at\":\"[0-9T:.-]+Z\"},\\{\"to\":\"13800138000\",\"text\":\"first【店铺】\".*}]");
    assertThat(simulators.inbox("13800138000")).extracting(SimulatedSms::text)
        .containsExactly("second \"quoted\"【店铺】", "first【店铺】");
    assertThat(simulators.inbox("13900139000")).isEmpty();
  }

  @Test
  void theInboxPageShowsTheTextAsTextAndMarksTheCode() throws IOException {
    assertThat(get("/phone/13800138000")).contains("还没有短信");
    send("13800138000", "<script>alert(1)</script> 您的验证码是830517【店铺】");

    String page = get("/phone/13800138000");

    assertThat(page).contains("http-equiv=\"refresh\"", "<b class=\"code\">830517</b>", "&lt;script&gt;")
        .doesNotContain("<script");
    assertThat(get("/")).contains("href=\"/phone/13800138000\"", "830517");
  }

  @ParameterizedTest
  @ValueSource(strings = {"evil.example", "evil.example:8090", "127.0.0.1", "127.0.0.1:1", "localhost.evil.example"})
  void aNameOfSomebodyElseIsRefused(String host) throws IOException {
    assertThat(exchange("GET /phone/13800138000.json", "Host: " + host + "\r\n", "")).contains(" 403 ");
  }

  @Test
  void thisMachinesOtherNameIsTaken() throws IOException {
    assertThat(exchange("GET /", "Host: localhost:" + simulators.port() + "\r\n", "")).contains(" 200 ");
  }

  @ParameterizedTest
  @ValueSource(strings = {"Sec-Fetch-Site: cross-site", "Sec-Fetch-Site: same-site", "Origin: http://evil.example"})
  void aPageOfAnotherSiteCannotSwitchFaults(String header) throws IOException {
    assertThat(exchange("POST /control/chanyoo/quota?remaining=0", host() + header + "\r\n", "")).contains(" 403 ");
    assertThat(get("/control/chanyoo")).contains("\"quota\":1000000000");
  }

  @Test
  void itListensOnThisMachineOnly() throws IOException {
    try (Socket socket = new Socket(InetAddress.getByName("127.0.0.1"), simulators.port())) {
      assertThat(socket.isConnected()).isTrue();
    }
    for (InetAddress own : InetAddress.getAllByName(InetAddress.getLocalHost().getHostName())) {
      if (!own.isLoopbackAddress()) {
        assertThatThrownBy(() -> new Socket(own, simulators.port()).close()).isInstanceOf(IOException.class);
      }
    }
  }

  @Test
  void aSealedCaptchaIsOpenedAndAForeignOneIsNot() throws IOException {
    assertThat(get("/captcha-answer?token=sealed%2B%2F%3D")).contains(" 200 ").endsWith("{\"answer\":\"a\\\"b\"}");
    assertThat(get("/captcha-answer?token=other")).contains(" 404 ");
    assertThat(get("/captcha-answer")).contains(" 404 ");
  }

  @Test
  void headerNamesKeepTheirCaseAsSomeClientsNeed() throws IOException {
    post("/control/chanyoo/quota?remaining=0");
    assertThat(send("13800138000", "x【店铺】"))
        .contains(" 403 ", "\r\nX-Ca-Error-Message: Api Market Subscription quota exhausted\r\n", "\r\nX-Ca-Request-Id: ");
  }

  @Test
  void faultsAreSwitchedOverHttpForAsManyRequestsAsAsked() throws IOException {
    post("/control/chanyoo/fault?mode=answer&status=403&message=Quota+Exhausted&times=1");
    assertThat(send("13800138000", "a【店铺】")).contains(" 403 ", "X-Ca-Error-Message: Quota Exhausted");
    assertThat(send("13800138000", "a【店铺】")).contains("\"result\":0");

    post("/control/chanyoo/fault?mode=close&times=2");
    assertThat(send("13800138000", "b【店铺】")).isEmpty();
    assertThat(get("/control/chanyoo")).contains("{\"arrivals\":3,\"sent\":2,", "\"fault\":\"close\"}");

    post("/control/chanyoo/reset");
    assertThat(get("/control/chanyoo")).contains("{\"arrivals\":0,\"sent\":0,\"quota\":1000000000,\"fault\":\"none\"}");
    post("/control/inboxes/clear");
    assertThat(simulators.inbox("13800138000")).isEmpty();
  }

  @ParameterizedTest
  @ValueSource(strings = {"/control/chanyoo/fault?mode=sulk", "/control/chanyoo/fault", "/control/chanyoo/quota?remaining=x"})
  void aControlThatMakesNoSenseIsRefused(String path) throws IOException {
    assertThat(post(path)).contains(" 400 ");
    assertThat(exchange("GET " + path, host(), "")).contains(" 405 ");
    assertThat(post("/control/nobody")).contains(" 404 ");
  }

  @Test
  void theServiceRefusesAsDocumented() throws IOException {
    assertThat(send("12345", "x【店铺】")).contains("\"result\":-119");
    assertThat(send("13800138000", "")).contains("\"result\":-110");
    assertThat(send("13800138000", "长".repeat(497) + "【店铺】")).contains("\"result\":-118");
    assertThat(send("13800138000", "no signature")).contains(" 400 ", "\"result\":-777");
    assertThat(send("13800138000", "x【店铺】")).contains("\"result\":0", "\"fee\":1");
    assertThat(send("13800138000", "x【店铺】")).contains("\"result\":-999");
    exchange("POST /control/chanyoo/templates", host(), "您的验证码是{变量}。\n");
    assertThat(send("13800138000", "您的验证码是123456。【店铺】")).contains("\"result\":0");
    assertThat(send("13800138000", "您的密码是123456。【店铺】")).contains(" 400 ", "\"result\":-888");
  }

  @Test
  void itCountsPartsLikeTheOperators() throws IOException {
    assertThat(send("13800138000", "x".repeat(66) + "【店铺】")).contains("\"fee\":1");
    assertThat(send("13800138000", "x".repeat(67) + "【店铺】")).contains("\"fee\":2");
    assertThat(send("13800138000", "x".repeat(130) + "【店铺】")).contains("\"fee\":2");
    assertThat(send("13800138000", "x".repeat(131) + "【店铺】")).contains("\"fee\":3");
  }

  @Test
  void whatItRemembersIsBounded() {
    Inboxes inboxes = new Inboxes();
    for (int i = 0; i < 20_000; i++) {
      inboxes.deliver(new SimulatedSms("1" + (i % 10_000), "x", "chanyoo", java.time.Instant.EPOCH));
      inboxes.deliver(new SimulatedSms("busy", "x", "chanyoo", java.time.Instant.EPOCH));
    }
    assertThat(inboxes.of("busy")).hasSize(50);
    assertThat(inboxes.of("10")).isEmpty();
    assertThat(inboxes.of("19999")).isNotEmpty();
    assertThat(inboxes.latest()).hasSize(100);
  }

  @Test
  void aBusyPortIsSaidInOneSentence() {
    assertThatThrownBy(() -> GatewaySimulators.start(simulators.port(), token -> Optional.empty()))
        .isInstanceOf(IllegalStateException.class)
        .hasMessageContaining("port " + simulators.port());
  }
}
