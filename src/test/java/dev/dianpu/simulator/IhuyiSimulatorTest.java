package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import com.sun.net.httpserver.HttpServer;
import java.io.IOException;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.URLEncoder;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.CopyOnWriteArrayList;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** The simulated 互亿无线 over bare HTTP: what it refuses, and how it calls a shop back. */
class IhuyiSimulatorTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final String gateway = simulators.address(simulators.gateway(IhuyiSimulator.class));
  private final HttpClient http = HttpClient.newHttpClient();
  private final List<String> pushed = new CopyOnWriteArrayList<>();
  private final List<String> answers = new CopyOnWriteArrayList<>();
  private HttpServer shop;

  @BeforeEach
  void start() throws IOException {
    shop = HttpServer.create(new InetSocketAddress("127.0.0.1", 0), 0);
    shop.createContext("/push", exchange -> {
      pushed.add(new String(exchange.getRequestBody().readAllBytes(), StandardCharsets.UTF_8));
      byte[] answer = answers.remove(0).getBytes(StandardCharsets.UTF_8);
      exchange.sendResponseHeaders(200, answer.length);
      exchange.getResponseBody().write(answer);
      exchange.close();
    });
    shop.start();
  }

  @AfterEach
  void stop() {
    shop.stop(0);
    simulators.close();
  }

  private String post(String path) throws Exception {
    HttpRequest request = HttpRequest.newBuilder(URI.create(gateway + path))
        .POST(HttpRequest.BodyPublishers.noBody()).build();
    HttpResponse<String> response = http.send(request, HttpResponse.BodyHandlers.ofString());
    return response.statusCode() + " " + response.body();
  }

  private String url() {
    return URLEncoder.encode("http://127.0.0.1:" + shop.getAddress().getPort() + "/push", StandardCharsets.UTF_8);
  }

  private static String account() {
    return "&account=" + IhuyiSimulator.ACCOUNT + "&password=" + IhuyiSimulator.API_KEY;
  }

  @Test
  void itAnswersAsInTheDocument() throws Exception {
    String submit = IhuyiSimulator.PATH + "?method=Submit" + account() + "&mobile=13800138000&content=x";
    assertThat(post(submit)).startsWith("200 <?xml version=\"1.0\" encoding=\"utf-8\"?>\n"
        + "<SubmitResult xmlns=\"106.ihuyi.com\">\n<code>2</code>\n<msg>提交成功</msg>\n<smsid>");
    assertThat(simulators.inbox("13800138000")).extracting(SimulatedSms::text).containsExactly("【互亿无线】x");
    assertThat(post(IhuyiSimulator.PATH + "?method=GetNum&format=json" + account()))
        .isEqualTo("200 {\"code\":2,\"msg\":\"查询成功\",\"num\":\"999999\"}");
    assertThat(post(IhuyiSimulator.PATH + "?method=GetNum&account=x&password=y"))
        .contains("<code>405</code>\n<msg>用户名或密码不正确</msg>\n<num>0</num>");
    assertThat(post(IhuyiSimulator.PATH + "?method=GetNum&password=y")).contains("<code>401</code>");
    assertThat(post(submit.replace("13800138000", "12345"))).contains("<code>406</code>", "<smsid>0</smsid>");
    assertThat(post(submit.replace("13800138000", ""))).contains("<code>403</code>");
  }

  @Test
  void aPushIsRepeatedUntilTheShopSaysSuccess() throws Exception {
    answers.addAll(List.of("error", "success"));
    assertThat(post("/control/ihuyi/push?kind=receipt&phone=13800138000&smsid=147&code=2&msg=DELIVRD&url=" + url()))
        .startsWith("200");
    assertThat(pushed).hasSize(2).allSatisfy(body ->
        assertThat(body).contains("mobilephone=13800138000", "smsid=147", "code=2", "msg=DELIVRD", "report_time=20"));

    pushed.clear();
    answers.addAll(List.of("no", "no", "no", "success"));
    assertThat(post("/control/ihuyi/push?kind=reply&phone=13800138000&content=TD&url=" + url())).startsWith("400");
    assertThat(pushed).hasSize(3);
  }

  @Test
  void anAuditChangesTheTemplateAndIsPushed() throws Exception {
    answers.add("success");
    String filed = post(IhuyiSimulator.PATH + "?method=AddTemplate&format=json&content=x&type=1" + account());
    String id = filed.replaceAll(".*\"templateid\":\"([0-9]+)\".*", "$1");

    assertThat(post("/control/ihuyi/audit?code=0&msg=no&id=" + id + "&url=" + url())).startsWith("200");

    assertThat(pushed).singleElement().asString().contains("code=0", "msg=no", "templateid=" + id);
    assertThat(post("/control/ihuyi/audit?id=99")).startsWith("400");
    assertThat(post("/control/ihuyi/push?kind=receipt&url=http%3A%2F%2Fevil.example")).startsWith("400");
  }
}
