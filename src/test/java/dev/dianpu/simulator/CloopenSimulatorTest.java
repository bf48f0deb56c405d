package dev.dianpu.simulator;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.net.URI;
import java.net.http.HttpClient;
import java.net.http.HttpRequest;
import java.net.http.HttpRequest.BodyPublishers;
import java.net.http.HttpResponse.BodyHandlers;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.Base64;
import java.util.HexFormat;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.api.Timeout;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The simulated cloopen as a bare HTTP caller meets it: each rule with its code. */
@Timeout(value = 60, threadMode = Timeout.ThreadMode.SEPARATE_THREAD)
class CloopenSimulatorTest {

  private static final String SID = CloopenSimulator.ACCOUNT_SID;
  private static final Instant NOW = Instant.parse("2026-11-25T15:59:00Z");
  private static final String STAMP =
      DateTimeFormatter.ofPattern("yyyyMMddHHmmss").withZone(ZoneId.of("Asia/Shanghai")).format(NOW);

  private final GatewaySimulators simulators =
      GatewaySimulators.start(0, token -> Optional.empty(), Clock.fixed(NOW, ZoneOffset.UTC));
  private final CloopenSimulator cloopen = simulators.gateway(CloopenSimulator.class);

  @AfterEach
  void stop() {
    simulators.close();
  }

  private static String sig(String sid, String token, String stamp) throws Exception {
    byte[] digest = MessageDigest.getInstance("MD5").digest((sid + token + stamp).getBytes(StandardCharsets.UTF_8));
    return HexFormat.of().withUpperCase().formatHex(digest);
  }

  private String call(String sid, String function, String sig, String authorization, String body)
      throws IOException, InterruptedException {
    HttpRequest.Builder request = HttpRequest.newBuilder(URI.create(simulators.address(cloopen)
        + "/2013-12-26/Accounts/" + sid + "/" + function + "?sig=" + sig));
    if (!authorization.isEmpty()) {
      request.header("Authorization", authorization);
    }
    request.header("Accept", "application/json").header("Content-Type", "application/json;charset=utf-8");
    if (!body.isEmpty()) {
      request.POST(BodyPublishers.ofString(body));
    }
    return HttpClient.newHttpClient().send(request.build(), BodyHandlers.ofString()).body();
  }

  private static String authorization(String opened) {
    return Base64.getEncoder().encodeToString(opened.getBytes(StandardCharsets.UTF_8));
  }

  private String send(String members) throws Exception {
    return post("TemplateSMS", members);
  }

  private String post(String function, String members) throws Exception {
    return call(SID, "SMS/" + function, sig(SID, CloopenSimulator.AUTH_TOKEN, STAMP), authorization(SID + ":" + STAMP),
        "{\"appId\":\"" + CloopenSimulator.APP_ID + "\"" + members + "}");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "'' | 161101", "*** | 161102", "bm90aGluZw== | 161103",
    "@somebody:20261125235900 | 161103", "@SID: | 161105", "@SID:20261325235900 | 161108", "@SID:yesterday | 161108",
    "@SID:20261124235800 | 161106", "@SID:20261127000100 | 161107", "@SID:20261125235900 | 000000"
  })
  void theDoorNamesEachFault(String authorization, String code) throws Exception {
    String stamp = authorization.replaceFirst("^@[^:]*:", "");
    String header = authorization.startsWith("@")
        ? authorization(authorization.substring(1).replace("SID", SID)) : authorization;

    assertThat(call(SID, "AccountInfo", sig(SID, CloopenSimulator.AUTH_TOKEN, stamp), header, ""))
        .contains("\"statusCode\":\"" + code + "\"");
  }

  @Test
  void theSignatureIsUpperCaseAndThatOfTheAccount() throws Exception {
    String right = sig(SID, CloopenSimulator.AUTH_TOKEN, STAMP);
    String header = authorization(SID + ":" + STAMP);
    assertThat(call(SID, "AccountInfo", right.toLowerCase(), header, "")).contains("111109");
    assertThat(call(SID, "AccountInfo", sig(SID, "wrong", STAMP), header, "")).contains("111109");
    assertThat(call("nobody", "AccountInfo", right, authorization("nobody:" + STAMP), "")).contains("111141");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    ",\"templateId\":\"1\",\"to\":\"\" | 112306",
    ",\"to\":\"12345\",\"templateId\":\"1\" | 160042",
    ",\"to\":\"13800138000,13800138000\",\"templateId\":\"1\" | 160045",
    ",\"to\":\"13800138000\" | 112307",
    ",\"to\":\"13800138000\",\"templateId\":\"x\" | 112318",
    ",\"to\":\"13800138000\",\"templateId\":\"123456789012345678901\" | 112315",
    ",\"to\":\"13800138000\",\"templateId\":\"99\" | 112323",
    ",\"to\":\"13800138000\",\"templateId\":\"1\",\"datas\":[\"a\"] | 112308",
    ",\"to\":\"13800138000\",\"templateId\":1,\"datas\":[\"a\",\"5\"] | 000000",
    ",\"to\":\"13800138000\",\"templateId\":\"1\",\"datas\":[\"a\",\"5\"],\"subAppend\":\"-1\" | 160065",
    ",\"to\":\"13800138000\",\"templateId\":\"1\",\"datas\":[\"a\",\"5\"],"
        + "\"reqId\":\"123456789012345678901234567890123\" | 160055",
    ",\"to\":\"13800138000 | 160031",
    ",\"appId\":\"other\" | 111181"
  })
  void aRequestIsRefusedAsOthersTablesSay(String members, String code) throws Exception {
    assertThat(send(members)).contains("\"statusCode\":\"" + code + "\"");
    assertThat(cloopen.sent()).isEqualTo(code.equals("000000") ? 1 : 0);
  }

  @Test
  void aRequestIdIsTakenOnceADayByEachAccount() throws Exception {
    String sms = ",\"to\":\"13800138000\",\"templateId\":\"1\",\"datas\":[\"a\",\"5\"],\"reqId\":\"r1\"";
    assertThat(send(sms)).contains("000000", "\"templateSMS\":{");
    assertThat(send(sms)).contains("160054");
    cloopen.account("second", "token2", "app2");
    assertThat(call("second", "SMS/TemplateSMS", sig("second", "token2", STAMP), authorization("second:" + STAMP),
        "{\"appId\":\"app2\"" + sms + "}")).contains("000000");
    // One minute later it is the next day in Beijing.
    cloopen.clockError(Duration.ofMinutes(1));
    assertThat(send(sms)).contains("000000");
  }

  @Test
  void whatIsReplacedIsNotLookedAtAgain() throws Exception {
    String id = cloopen.approved("店铺", "{2}及{1}及{1}");
    assertThat(send(",\"to\":\"13800138000\",\"templateId\":\"" + id + "\",\"datas\":[\"{2}\",\"$1\"]"))
        .contains("000000");
    assertThat(simulators.inbox("13800138000").get(0).text()).isEqualTo("【店铺】$1及{2}及{2}");
  }

  @Test
  void controlsChangeTheRules() throws Exception {
    String sms = ",\"to\":\"13800138000,13900139000\",\"templateId\":\"1\",\"datas\":[\"a\",\"5\"]";
    control("limit?numbers=1");
    assertThat(send(sms)).contains("160017");
    control("limit?numbers=200");
    control("paid?on=false");
    assertThat(send(sms)).contains("113302");
    control("test-number?phone=13800138000");
    control("test-number?phone=13900139000");
    control("same-content?on=true");
    assertThat(send(sms)).contains("000000");
    assertThat(send(sms)).contains("160021");
    control("same-content?on=false");
    control("undeliverable?phone=13900139000");
    control("reply?phone=13800138000&text=TD");
    assertThat(send(sms)).contains("000000");
    assertThat(post("GetArrived", ",\"count\":\"1\"")).contains("\"reports\":[{", "DELIVRD");
    assertThat(post("GetArrived", "")).contains("UNDELIV");
    assertThat(post("GetArrived", "")).contains("112356");
    assertThat(post("GetArrived", ",\"smsType\":\"0\"")).contains("\"content\":\"TD\"");
    assertThat(post("GetArrived", ",\"count\":\"501\"")).contains("112330");
    assertThat(post("GetArrived", ",\"count\":\"x\"")).contains("112329");
    control("balance?amount=0");
    assertThat(send(sms)).contains("160014");
    assertThat(control("template?id=99&status=1")).isEqualTo(400);
    assertThat(control("nonsense")).isEqualTo(404);
    assertThat(control("reset")).isEqualTo(200);
    assertThat(send(sms)).contains("000000");
  }

  private int control(String what) throws IOException, InterruptedException {
    return HttpClient.newHttpClient().send(HttpRequest.newBuilder(
        URI.create(simulators.address() + "/control/cloopen/" + what)).POST(BodyPublishers.noBody()).build(),
        BodyHandlers.ofString()).statusCode();
  }
}
