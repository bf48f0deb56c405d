package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer that is documented of chanyoo and of the gateway before it, and the most likely ones that are not. */
class ChanyooAnswersTest extends ChannelTest {

  private final ChanyooUnderTest chanyoo = new ChanyooUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return chanyoo;
  }

  private SendOutcome answered(int status, Map<String, String> headers, String body) {
    chanyoo.fault(Fault.answer(status, headers, body), 1);
    SendOutcome outcome = channel().send(message());
    assertThat(chanyoo.arrivals()).isEqualTo(1);
    return outcome;
  }

  /** The table of the gateway's errors; several share status 403, so the message tells them apart. */
  @ParameterizedTest(name = "{0} {1} {2}")
  @CsvFileSource(resources = "/contract/aliyun-errors.csv", delimiter = '|', numLinesToSkip = 1)
  void everyErrorOfTheGatewayHasItsCause(
      int status, String code, String message, String expected, String explanation) {
    Map<String, String> headers = code == null
        ? Map.of("X-Ca-Error-Message", message, "X-Ca-Request-Id", "REQ-1")
        : Map.of("X-Ca-Error-Message", message, "X-Ca-Error-Code", code, "X-Ca-Request-Id", "REQ-1");

    SendOutcome outcome = answered(status, headers, "");

    assertOutcome(outcome, expected, explanation);
    assertThat(outcome.answer().requestId()).isEqualTo("REQ-1");
    assertThat(outcome.answer().code()).isEqualTo(code == null ? Integer.toString(status) : code);
  }

  @ParameterizedTest(name = "result {0}")
  @CsvSource({
    "-100, UNAVAILABLE, result-internal",
    "-101, UNAVAILABLE, result-maintenance",
    "-102, CREDENTIALS, result-no-account",
    "-103, CREDENTIALS, result-wrong-password",
    "-110, UNAVAILABLE, result-wrong-parameter",
    "-118, TEXT, result-text-too-long",
    "-119, NUMBER, result-wrong-number",
    "-777, TEMPLATE, result-wrong-signature",
    "-888, TEMPLATE, result-template-not-filed",
    "-999, SAME_CONTENT, result-too-frequent",
    "-12345, UNAVAILABLE, result-other",
    "1014, UNAVAILABLE, result-other"
  })
  void everyResultOfTheServiceHasItsCauseWhateverTheStatus(long result, String cause, String explanation) {
    String body = "{\"result\":" + result + ",\"errmsg\":\"no\"}";
    SendOutcome outcome = answered(200, Map.of(), body);
    assertOutcome(outcome, cause, explanation);
    assertThat(outcome.answer().code()).isEqualTo(Long.toString(result));
    assertThat(outcome.answer().text()).isEqualTo("no");

    if (result < 0) {
      chanyoo.fault(Fault.answer(400, Map.of(), body), 1);
      assertOutcome(channel().send(message()), cause, explanation);
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | {\"result\":0,\"errmsg\":\"OK\",\"ext\":\"\",\"sid\":\"8:1\",\"fee\":1} | ACCEPTED | ",
    "201 | {\"result\":\"0\",\"sid\":8} | ACCEPTED | ",
    "200 | {\"result\":0} | ACCEPTED | ",
    "200 | {\"result\":5,\"sid\":\"8:1\"} | UNKNOWN | answer-contradictory",
    "200 | {\"result\":5,\"errmsg\":\"OK\"} | UNKNOWN | answer-contradictory",
    "200 | {\"result\":0 | UNKNOWN | answer-unreadable",
    "200 | {} | UNKNOWN | answer-unreadable",
    "200 | [] | UNKNOWN | answer-unreadable",
    "200 | null | UNKNOWN | answer-unreadable",
    "200 | OK | UNKNOWN | answer-unreadable",
    "200 | {\"result\":null} | UNKNOWN | answer-unreadable",
    "200 | {\"result\":true} | UNKNOWN | answer-unreadable",
    "200 | {\"result\":0.5} | UNKNOWN | answer-unreadable",
    "200 | {\"result\":1e400} | UNKNOWN | answer-unreadable",
    "200 | {\"result\":99999999999999999999} | UNKNOWN | answer-unreadable",
    "204 | `` | UNKNOWN | answer-unreadable",
    "301 | `` | UNAVAILABLE | status-moved",
    "302 | `` | UNAVAILABLE | status-moved",
    "303 | `` | UNKNOWN | status-unexpected",
    "304 | `` | UNKNOWN | status-unexpected",
    "400 | `` | TEMPLATE | status-template",
    "400 | {\"errmsg\":\"短信模板未报备\"} | TEMPLATE | status-template",
    "401 | `` | CREDENTIALS | status-credentials",
    "403 | `` | QUOTA | status-quota",
    "404 | `` | UNAVAILABLE | status-not-found",
    "408 | `` | UNKNOWN | status-unexpected",
    "418 | `` | UNAVAILABLE | status-refused",
    "429 | `` | THROTTLED | throttled",
    "500 | `` | UNKNOWN | status-server-error",
    "502 | `` | UNKNOWN | status-server-error",
    "503 | {\"result\":-100} | UNKNOWN | status-server-error",
    "504 | {\"result\":0,\"sid\":\"8:1\"} | UNKNOWN | status-server-error"
  })
  void whatIsNotDocumentedIsReadWithCaution(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, Map.of(), body), expected, explanation);
  }

  @Test
  void anAcceptedMessageKeepsTheGatewaysIdAndFee() {
    SendOutcome outcome = answered(200, Map.of("X-Ca-Request-Id", "REQ-7"),
        "{\"result\":0,\"errmsg\":\"OK\",\"ext\":\"\",\"sid\":\"8:abc\",\"fee\":2}");

    assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.gatewayId()).isEqualTo("8:abc");
      assertThat(accepted.cost()).contains(BigDecimal.valueOf(2));
      assertThat(accepted.answer().requestId()).isEqualTo("REQ-7");
      assertThat(accepted.answer().explanation()).isEmpty();
    });
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {"\"x\"", "-1", "1e9", "{}", "null", "99999"})
  void aFeeThatIsNoneIsNotTold(String fee) {
    assertThat(answered(200, Map.of(), "{\"result\":0,\"sid\":\"8\",\"fee\":" + fee + "}"))
        .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.cost()).isEmpty());
  }

  @Test
  void whatTheGatewayRepeatsOfTheMessageIsNotKept() {
    settings().save("chanyoo.appsecret", "another-secret");
    SmsMessage message = message();

    SendOutcome outcome = channel().send(message);

    assertOutcome(outcome, "CREDENTIALS", "invalid-signature");
    assertThat(outcome.answer().text()).isEqualTo("Invalid Signature, Server StringToSign: ****");
  }

  @Test
  void aTextOfTheServiceThatNamesPhoneAndCodeIsMasked() {
    SmsMessage message = message();
    chanyoo.fault(Fault.answer(200, Map.of(), "{\"result\":-119,\"errmsg\":\"" + message.to().national() + " "
        + message.text() + "\\n" + ChanyooSimulator.APP_KEY + " " + "x".repeat(400) + "\"}"), 1);

    assertThat(channel().send(message).answer().text())
        .startsWith("**** **** **** xxx")
        .hasSize(255);
  }
}
