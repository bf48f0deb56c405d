package dev.dianpu.sms;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import java.util.Map;
import org.junit.jupiter.api.Test;

/** What gateways put into queries and forms, and what anybody else may put there. */
class PushParametersTest {

  private static final String FORM = "application/x-www-form-urlencoded; charset=UTF-8";

  private static Map<String, String> of(String query, String type, String body) {
    return PushParameters.of(query, type, body.getBytes(UTF_8));
  }

  @Test
  void queryAndFormAreReadAsUtf8() {
    assertThat(of("a=%E9%80%80%E8%AE%A2&b", FORM, "c=1+2&d=x%3Dy"))
        .isEqualTo(Map.of("a", "退订", "b", "", "c", "1 2", "d", "x=y"));
  }

  @Test
  void ofRepeatedParametersTheFirstCounts() {
    assertThat(of("a=1&a=2", FORM, "a=3")).isEqualTo(Map.of("a", "1"));
  }

  @Test
  void anotherBodyIsNoForm() {
    assertThat(of(null, "application/json", "{\"a\":\"b=c&d=e\"}")).isEmpty();
  }

  @Test
  void whatIsMalformedIsKeptAsItCame() {
    assertThat(of("a=%zz&=&&b=%", "", "")).containsEntry("a", "%zz").containsEntry("b", "%");
  }

  @Test
  void noMoreThanAFewHundredAreKept() {
    StringBuilder many = new StringBuilder();
    for (int i = 0; i < 5000; i++) {
      many.append(i).append("=x&");
    }
    assertThat(of(many.toString(), "", "")).hasSizeLessThanOrEqualTo(200);
  }
}
