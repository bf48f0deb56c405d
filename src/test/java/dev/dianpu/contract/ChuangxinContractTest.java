package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.ChuangxinSimulator.Carried;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for 创信, every answer that is documented of it, and the most likely ones that are not. */
class ChuangxinContractTest extends SmsChannelContract {

  private final ChuangxinUnderTest chuangxin = new ChuangxinUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return chuangxin;
  }

  private SendOutcome answered(int status, Map<String, String> headers, String body) {
    chuangxin.fault(Fault.answer(status, headers, body), 1);
    return channel().send(message());
  }

  private static SmsMessage from(SmsMessage any, PhoneNumber to, String signature) {
    return new SmsMessage("a", to, any.text(), signature, "register", any.variables());
  }

  @Test
  void theSignatureLeadsAndTheBalanceIsKept() {
    chuangxin.simulator().quota(8);
    SmsMessage message = message();

    assertThat(channel().send(message)).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.balance()).contains(BigDecimal.valueOf(7));
      assertThat(accepted.cost()).isEmpty();
      assertThat(accepted.gatewayId()).isEqualTo("18424321");
    });
    assertThat(chuangxin.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly("【店铺】" + message.text());
  }

  @Test
  void theExampleOfTheDocumentIsASuccess() {
    SendOutcome outcome = answered(200, Map.of("X-Ca-Request-Id", "REQ-7"), "{\"ReturnStatus\":\"Success\","
        + "\"Message\":\"ok\",\"RemainPoint\":420842,\"TaskID\":18424321,\"SuccessCounts\":1}");

    assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.balance()).contains(BigDecimal.valueOf(420_842));
      assertThat(accepted.answer().requestId()).isEqualTo("REQ-7");
      assertThat(accepted.answer().text()).isEqualTo("ok");
      assertThat(accepted.answer().explanation()).isEmpty();
    });
  }

  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "/contract/aliyun-errors.csv", delimiter = '|', numLinesToSkip = 1)
  void everyErrorOfTheAliyunGatewayHasItsCause(
      int status, String code, String message, String expected, String explanation) {
    Map<String, String> headers = code == null
        ? Map.of("X-Ca-Error-Message", message)
        : Map.of("X-Ca-Error-Message", message, "X-Ca-Error-Code", code);

    assertOutcome(answered(status, headers, ""), expected, explanation);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource({
    "10000, 短信内容不能为空, TEXT, code-content-empty",
    "10001, 短信号码不能为空, UNAVAILABLE, code-mobile-empty",
    "10002, 短信必须带【】格式签名, TEMPLATE, code-signature-format",
    "10003, 其他错误, UNAVAILABLE, code-other"
  })
  void everyCodeHasItsCauseWhereverItStands(String code, String words, String cause, String explanation) {
    for (String body : List.of(
        "{\"ReturnStatus\":\"Faild\",\"Message\":\"" + words + "\",\"RemainPoint\":0,\"TaskID\":0,\"SuccessCounts\":0}",
        "{\"ReturnStatus\":\"Failed\",\"Message\":\"" + code + "\"}",
        "{\"ReturnStatus\":\"Faild\",\"Message\":\"" + code + ":" + words + "\"}",
        "{\"ReturnStatus\":\"Faild\",\"Code\":" + code + "}",
        "{\"ReturnStatus\":\"" + code + "\"}",
        "{\"error_code\":\"" + code + "\",\"Message\":\"no\"}")) {
      for (int status : List.of(200, 400, 403, 422)) {
        SendOutcome outcome = answered(status, Map.of(), body);
        assertOutcome(outcome, cause, explanation);
        assertThat(outcome.answer().code()).isEqualTo(code);
      }
      assertOutcome(answered(500, Map.of(), body), "UNKNOWN", "status-server-error");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | {\"ReturnStatus\":\"success\",\"TaskID\":\"8\"} | ACCEPTED | ",
    "200 | {\"ReturnStatus\":\"Success\",\"Message\":\"10000\"} | ACCEPTED | ",
    "200 | {\"ReturnStatus\":\"Success\",\"SuccessCounts\":0} | UNKNOWN | answer-contradictory",
    "200 | {\"ReturnStatus\":\"Success\",\"Code\":10003} | UNKNOWN | answer-contradictory",
    "400 | {\"ReturnStatus\":\"Success\",\"TaskID\":8} | UNKNOWN | answer-contradictory",
    "200 | {\"ReturnStatus\":\"Faild\",\"SuccessCounts\":1} | UNKNOWN | answer-contradictory",
    "200 | {\"ReturnStatus\":\"Faild\",\"Message\":\"余额不足\"} | UNAVAILABLE | code-unknown",
    "200 | {\"ReturnStatus\":\"Faild\",\"Message\":\"x10000\"} | UNAVAILABLE | code-unknown",
    "200 | {\"ReturnStatus\":\"Faild\",\"Message\":\"100001\"} | UNAVAILABLE | code-unknown",
    "400 | {\"ReturnStatus\":\"Faild\"} | UNAVAILABLE | code-unknown",
    "200 | {\"ReturnStatus\":\"Pending\"} | UNKNOWN | answer-unreadable",
    "200 | {\"ReturnStatus\":null} | UNKNOWN | answer-unreadable",
    "200 | {\"ReturnStatus\":\"Success\" | UNKNOWN | answer-unreadable",
    "200 | [] | UNKNOWN | answer-unreadable",
    "200 | ok | UNKNOWN | answer-unreadable",
    "204 | `` | UNKNOWN | answer-unreadable",
    "302 | {\"ReturnStatus\":\"Success\"} | UNAVAILABLE | status-moved",
    "401 | `` | CREDENTIALS | status-credentials",
    "403 | `` | UNAVAILABLE | status-refused",
    "404 | `` | UNAVAILABLE | status-not-found",
    "408 | `` | UNKNOWN | status-unexpected",
    "429 | `` | THROTTLED | throttled",
    "502 | {\"ReturnStatus\":\"Success\"} | UNKNOWN | status-server-error"
  })
  void whatIsNotDocumentedIsReadWithCaution(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, Map.of(), body), expected, explanation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"-1", "\"x\"", "1.5", "null", "9999999999999", "{}"})
  void aBalanceThatIsNoneIsNotTold(String remaining) {
    assertThat(answered(200, Map.of(), "{\"ReturnStatus\":\"Success\",\"RemainPoint\":" + remaining + "}"))
        .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.balance()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Carried.class)
  void aTrialAccountSendsItsFixedTextOnly(Carried carried) {
    chuangxin.simulator().carried(carried);
    chuangxin.simulator().trial(true);
    assertOutcome(channel().send(message()), "UNAVAILABLE", "code-other");

    SmsMessage fixed = message("你的验证码是:5873,3分钟内有效!");
    assertThat(channel().send(from(fixed, fixed.to(), "创信"))).isInstanceOf(Accepted.class);
  }

  @Test
  void aWrongCodeAndAUsedUpPackageAreToldApart() {
    settings().save("chuangxin.appcode", "another-code");
    assertOutcome(channel().send(message()), "CREDENTIALS", "invalid-appcode");

    chuangxin.configure(settings());
    chuangxin.simulator().quota(0);
    assertOutcome(channel().send(message()), "QUOTA", "subscription-exhausted");
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    SmsMessage any = message();

    assertOutcome(channel().send(from(any, any.to(), " ")), "NOT_CONFIGURED", "signature-missing");
    assertOutcome(channel().send(from(any, any.to(), "【店铺】")), "NOT_CONFIGURED", "signature-brackets");
    assertOutcome(channel().send(from(any, new PhoneNumber("+85291234567"), "店铺")), "NUMBER", "number-abroad");
    assertThat(chuangxin.arrivals()).isZero();
  }

  @Test
  void whatTheServiceRepeatsOfTheMessageIsNotKept() {
    SmsMessage message = message();
    chuangxin.fault(Fault.answer(200, Map.of(), "{\"ReturnStatus\":\"Faild\",\"Message\":\"" + message.to().national()
        + " " + message.text() + "\",\"TaskID\":0}"), 1);

    assertThat(channel().send(message).answer().text()).isEqualTo("**** ****");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "chuangxin.appcode | 'a b' | chuangxin.appcode | chuangxin.check.appcode-malformed",
    "chuangxin.address | 'not an address' | chuangxin.address | chuangxin.check.address-malformed",
    "chuangxin.address | ftp://x | chuangxin.address | chuangxin.check.address-malformed",
    "chuangxin.address | http://gateway.example | chuangxin.address | chuangxin.check.appcode-in-clear"
  })
  void settingsThatContradictEachOtherAreRefusedBesideTheirField(
      String changed, String value, String key, String message) {
    settings().save(changed, value);

    List<SettingProblem> problems = settings().group("chuangxin").check().problems(settings());

    assertThat(problems).containsExactly(new SettingProblem(key, message));
    assertThat(channel().problems()).isEqualTo(problems);
  }

  @Test
  void anUntouchedPageCanBeSavedButNothingIsSent() {
    settings().save("chuangxin.appcode", "");

    assertThat(settings().group("chuangxin").check().problems(settings())).isEmpty();
    assertThat(channel().problems())
        .containsExactly(new SettingProblem("chuangxin.appcode", "chuangxin.check.appcode-missing"));
  }
}
