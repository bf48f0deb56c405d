package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.CloopenSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsMessage;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Every code of the gateway's table, in both formats, and answers that are in none. */
class CloopenAnswersTest extends ChannelTest {

  private final CloopenUnderTest cloopen = new CloopenUnderTest("json");

  @Override
  ChannelUnderTest underTest() {
    return cloopen;
  }

  private SendOutcome answered(int status, String body) {
    long before = cloopen.arrivals();
    cloopen.fault(Fault.answer(status, Map.of(), body), 1);
    SendOutcome outcome = channel().send(message());
    assertThat(cloopen.arrivals()).isEqualTo(before + 1);
    return outcome;
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/contract/cloopen-status.csv", delimiter = '|', numLinesToSkip = 1)
  void everyCodeOfTheTableHasItsCauseAndRemedy(String codes, String expected, String explanation) {
    for (String part : codes.split(",")) {
      String[] ends = part.split("-");
      IntStream.rangeClosed(Integer.parseInt(ends[0]), Integer.parseInt(ends[ends.length - 1]))
          .forEach(code -> assertCode(Integer.toString(code), expected, explanation));
    }
  }

  private void assertCode(String code, String expected, String explanation) {
    SendOutcome json = answered(200, "{\"statusCode\":\"" + code + "\",\"statusMsg\":\"不行\"}");
    SendOutcome xml = answered(200, "<?xml version=\"1.0\" encoding=\"UTF-8\"?><Response><statusCode>" + code
        + "</statusCode><statusMsg>不行</statusMsg></Response>");
    SendOutcome refused = answered(400, "{\"statusCode\":\"" + code + "\",\"statusMsg\":\"不行\"}");

    assertOutcome(json, expected, explanation);
    assertThat(json.answer().code()).isEqualTo(code);
    assertThat(json.answer().text()).isEqualTo("不行");
    assertThat(xml).isEqualTo(json);
    assertThat(refused).isEqualTo(json);
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | {\"statusCode\":\"000000\",\"templateSMS\":{\"smsMessageSid\":\"x\",\"dateCreated\":\"2013\"}} | ACCEPTED | ",
    "200 | {\"statusCode\":\"000000\"} | ACCEPTED | ",
    "200 | {\"statusCode\":\"000000\",\"templateSMS\":[]} | ACCEPTED | ",
    "200 | <Response><statusCode>000000</statusCode></Response> | ACCEPTED | ",
    "200 | {\"statusCode\":\"999999\"} | UNAVAILABLE | other",
    "200 | {\"statusCode\":112323} | TEMPLATE | template-not-approved",
    "200 | {\"statusCode\":0} | UNKNOWN | answer-unreadable",
    "200 | {\"statusCode\":\"ok\"} | UNKNOWN | answer-unreadable",
    "200 | {\"statusCode\":null} | UNKNOWN | answer-unreadable",
    "200 | {\"statusCode\":{}} | UNKNOWN | answer-unreadable",
    "200 | {} | UNKNOWN | answer-unreadable",
    "200 | [] | UNKNOWN | answer-unreadable",
    "200 | <Response/> | UNKNOWN | answer-unreadable",
    "200 | <Response><statusCode>000000</statusCode> | UNKNOWN | answer-unreadable",
    "200 | <!DOCTYPE x [<!ENTITY e \"000000\">]><Response><statusCode>&e;</statusCode></Response>"
        + " | UNKNOWN | answer-unreadable",
    "204 | `` | UNKNOWN | answer-unreadable",
    "302 | `` | UNAVAILABLE | status-moved",
    "400 | {\"statusCode\":\"000000\"} | UNKNOWN | answer-contradictory",
    "302 | {\"statusCode\":\"000000\"} | UNKNOWN | answer-contradictory",
    "200 | {\"statusCode\":\"160000\",\"templateSMS\":{\"smsMessageSid\":\"x\"}} | UNKNOWN | answer-contradictory",
    "400 | {} | UNAVAILABLE | status-refused",
    "401 | `` | CREDENTIALS | status-credentials",
    "404 | `` | UNAVAILABLE | status-not-found",
    "408 | `` | UNKNOWN | status-unexpected",
    "429 | `` | THROTTLED | throttled",
    "500 | {\"statusCode\":\"160000\"} | UNKNOWN | status-server-error",
    "502 | {\"statusCode\":\"000000\",\"templateSMS\":{\"smsMessageSid\":\"x\"}} | UNKNOWN | answer-contradictory"
  })
  void whatIsNotDocumentedIsReadWithCaution(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, body), expected, explanation);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{\"statusCode\":\"000000\",\"templateSMS\":{\"smsMessageSid\":\" ff8080813c373cab013c94b0f0512345\"}}",
    "<Response><statusCode>000000</statusCode><TemplateSMS>"
        + "<smsMessageSid> ff8080813c373cab013c94b0f0512345</smsMessageSid></TemplateSMS></Response>"
  })
  void theIdIsKeptWithoutTheBlankOfTheDocumentsSample(String body) {
    assertThat(answered(200, body)).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.gatewayId()).isEqualTo("ff8080813c373cab013c94b0f0512345");
      assertThat(accepted.answer().code()).isEqualTo("000000");
      assertThat(accepted.answer().explanation()).isEmpty();
    });
  }

  @Test
  void whatTheGatewayRepeatsOfTheMessageIsNotKept() {
    SmsMessage message = message();
    cloopen.fault(Fault.answer(200, Map.of(), "{\"statusCode\":\"160042\",\"statusMsg\":\"" + message.to().national()
        + " " + message.text() + " " + CloopenSimulator.AUTH_TOKEN + " " + CloopenSimulator.ACCOUNT_SID + "\"}"), 1);

    assertThat(channel().send(message).answer().text()).isEqualTo("**** **** **** ****");
  }

  @Test
  void anAnswerNestedFarTooDeeplyIsUnknown() {
    String json = "{\"statusCode\":".repeat(5_000) + "1" + "}".repeat(5_000);
    assertOutcome(answered(200, json), "UNKNOWN", "answer-unreadable");
    assertOutcome(answered(200, "<a>".repeat(20_000) + "</a>".repeat(20_000)), "UNKNOWN", "answer-unreadable");
  }
}
