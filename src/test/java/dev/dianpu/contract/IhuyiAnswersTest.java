package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;

/** Each answer that is documented of 互亿无线, in XML and JSON, and the most likely ones that are not. */
class IhuyiAnswersTest extends ChannelTest {

  private final IhuyiUnderTest ihuyi = new IhuyiUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return ihuyi;
  }

  private SendOutcome answered(int status, String body) {
    ihuyi.fault(Fault.answer(status, Map.of(), body), 1);
    return channel().send(message());
  }

  private static String xml(String code, String id) {
    return "<?xml version=\"1.0\" encoding=\"utf-8\"?>\n<SubmitResult xmlns=\"106.ihuyi.com\">\n<code>" + code
        + "</code>\n<msg>no</msg>\n<smsid>" + id + "</smsid>\n</SubmitResult>";
  }

  @ParameterizedTest(name = "{0}")
  @CsvFileSource(resources = "/contract/ihuyi-codes.csv", delimiter = '|', numLinesToSkip = 1)
  void everyCodeHasItsCauseInEveryShape(String code, String cause, String explanation) {
    for (String body : new String[] {
      xml(code, "0"),
      "{\"code\":" + code + ",\"msg\":\"no\",\"smsid\":\"0\"}",
      "{\"code\":\"" + code + "\",\"msg\":\"no\"}",
      "{\"SubmitResult\":{\"code\":" + code + ",\"msg\":\"no\",\"smsid\":0}}"
    }) {
      for (int status : new int[] {200, 400, 403}) {
        SendOutcome outcome = answered(status, body);
        assertOutcome(outcome, cause, explanation);
        assertThat(outcome.answer().code()).isEqualTo(code);
        assertThat(outcome.answer().text()).isEqualTo("no");
      }
      assertOutcome(answered(500, body), "UNKNOWN", "status-server-error");
    }
  }

  @ParameterizedTest(name = "{0} {1}")
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | {\"code\":2,\"msg\":\"ok\",\"smsid\":\"147\"} | ACCEPTED | ",
    "200 | {\"SubmitResult\":{\"code\":\"2\",\"smsid\":147}} | ACCEPTED | ",
    "200 | {\"code\":2} | ACCEPTED | ",
    "200 | <SubmitResult><code> 2 </code></SubmitResult> | ACCEPTED | ",
    "200 | {\"code\":2,\"smsid\":\"0\"} | UNKNOWN | answer-contradictory",
    "200 | {\"code\":405,\"smsid\":\"147\"} | UNKNOWN | answer-contradictory",
    "400 | {\"code\":2,\"smsid\":\"147\"} | UNKNOWN | answer-contradictory",
    "200 | {\"code\":-2} | UNKNOWN | answer-unreadable",
    "200 | {\"code\":2.5} | UNKNOWN | answer-unreadable",
    "200 | {\"code\":null} | UNKNOWN | answer-unreadable",
    "200 | {\"code\":2 | UNKNOWN | answer-unreadable",
    "200 | [2] | UNKNOWN | answer-unreadable",
    "200 | 2 | UNKNOWN | answer-unreadable",
    "200 | <html><code>2</code></html> | UNKNOWN | answer-unreadable",
    "200 | <SubmitResult><code>2</code> | UNKNOWN | answer-unreadable",
    "200 | <!DOCTYPE x [<!ENTITY e SYSTEM \"file:///etc/passwd\">]>"
        + "<SubmitResult><code>2</code><msg>&e;</msg></SubmitResult> | UNKNOWN | answer-unreadable",
    "204 | `` | UNKNOWN | answer-unreadable",
    "301 | {\"code\":2} | UNAVAILABLE | status-moved",
    "303 | `` | UNKNOWN | status-unexpected",
    "401 | `` | CREDENTIALS | status-credentials",
    "403 | `` | UNAVAILABLE | status-refused",
    "404 | `` | UNAVAILABLE | status-not-found",
    "408 | `` | UNKNOWN | status-unexpected",
    "429 | `` | THROTTLED | throttled",
    "502 | {\"code\":2} | UNKNOWN | status-server-error"
  })
  void whatIsNotDocumentedIsReadWithCaution(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, body), expected, explanation);
  }

  @Test
  void theExamplesOfTheDocument() {
    assertThat(answered(200, xml("2", "14745625541233112231"))).isInstanceOfSatisfying(Accepted.class, accepted -> {
      assertThat(accepted.gatewayId()).isEqualTo("14745625541233112231");
      assertThat(accepted.answer().explanation()).isEmpty();
    });
    assertOutcome(answered(200, xml("405", "0")), "CREDENTIALS", "code-credentials-wrong");
  }
}
