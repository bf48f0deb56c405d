package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SmsEvent.Receipt;
import dev.dianpu.spi.SmsEvent.Reply;
import dev.dianpu.spi.SmsEvent.TemplateAudit;
import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import java.time.Instant;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The three pushes of document 004, and what anybody else may send to the same addresses. */
class IhuyiPushTest extends ChannelTest {

  private static final Map<String, String> RECEIPT = Map.of("code", "2", "msg", "DELIVRD", "mobilephone", "13800130001",
      "smsid", "14745625541233112231", "report_time", "2017-08-02 14:31:51");
  private static final Map<String, String> REPLY = Map.of("mobilephone", "13800130001", "content", "好的😀",
      "smsid", "147", "reply_time", "2017-05-24 17:46:50");
  private static final Map<String, String> AUDIT = Map.of("code", "0", "msg", "含有变量过多", "templateid", "1001");

  @Override
  ChannelUnderTest underTest() {
    return new IhuyiUnderTest();
  }

  private Optional<Reading> read(Kind kind, Map<String, String> parameters) {
    return ((SmsPushReceiver) channel())
        .read(new Push(kind, "application/x-www-form-urlencoded", parameters, new byte[0]));
  }

  private static Map<String, String> changed(Map<String, String> good, String name, String value) {
    Map<String, String> changed = new LinkedHashMap<>(good);
    if (value == null) {
      changed.remove(name);
    } else {
      changed.put(name, value);
    }
    return changed;
  }

  @Test
  void aReceiptIsReadAndAnswered() {
    assertThat(((SmsPushReceiver) channel()).pushes()).containsExactlyInAnyOrder(Kind.values());
    assertThat(read(Kind.RECEIPT, RECEIPT)).contains(new Reading(
        List.of(new Receipt("14745625541233112231", "13800130001", true, "2", "DELIVRD",
            Optional.of(Instant.parse("2017-08-02T06:31:51Z")))),
        "text/plain; charset=utf-8", "success"));
    assertThat(read(Kind.RECEIPT, changed(RECEIPT, "code", "UNDELIV")).orElseThrow().events())
        .singleElement().isInstanceOfSatisfying(Receipt.class, receipt -> {
          assertThat(receipt.delivered()).isFalse();
          assertThat(receipt.code()).isEqualTo("UNDELIV");
        });
  }

  @Test
  void aReplyIsRead() {
    assertThat(read(Kind.REPLY, REPLY).orElseThrow().events()).containsExactly(
        new Reply("147", "13800130001", "好的😀", Optional.of(Instant.parse("2017-05-24T09:46:50Z"))));
    assertThat(read(Kind.REPLY, changed(REPLY, "smsid", null)).orElseThrow().events())
        .singleElement().isInstanceOfSatisfying(Reply.class, reply -> assertThat(reply.id()).isEmpty());
    assertThat(read(Kind.REPLY, changed(REPLY, "content", ""))).isPresent();
  }

  @Test
  void anAuditIsRead() {
    assertThat(read(Kind.TEMPLATE, AUDIT).orElseThrow().events())
        .containsExactly(new TemplateAudit("1001", false, "含有变量过多"));
    assertThat(read(Kind.TEMPLATE, changed(AUDIT, "code", "2")).orElseThrow().events())
        .containsExactly(new TemplateAudit("1001", true, "含有变量过多"));
  }

  @Test
  void theSamePushTwiceIsReadTheSame() {
    assertThat(read(Kind.RECEIPT, RECEIPT)).isEqualTo(read(Kind.RECEIPT, RECEIPT));
  }

  @ParameterizedTest
  @CsvSource(nullValues = "-", value = {
    "RECEIPT, code, -", "RECEIPT, code, <x>", "RECEIPT, smsid, -", "RECEIPT, smsid, '1 2'", "RECEIPT, mobilephone, -",
    "RECEIPT, mobilephone, 138****0001", "REPLY, mobilephone, ''", "REPLY, content, -", "REPLY, smsid, <script>",
    "TEMPLATE, code, 1", "TEMPLATE, code, -", "TEMPLATE, templateid, ''", "TEMPLATE, templateid, ../x"
  })
  void whatIsMalformedIsNone(Kind kind, String name, String value) {
    Map<String, String> good = kind == Kind.RECEIPT ? RECEIPT : kind == Kind.REPLY ? REPLY : AUDIT;

    assertThat(read(kind, good)).isPresent();
    assertThat(read(kind, changed(good, name, value))).isEmpty();
  }

  @ParameterizedTest
  @CsvSource({"''", "yesterday", "2017-13-02 14:31:51", "2017-08-02T14:31:51", "0"})
  void aTimeThatIsNoneTakesNothingFromTheRest(String time) {
    assertThat(read(Kind.RECEIPT, changed(RECEIPT, "report_time", time)).orElseThrow().events())
        .singleElement().isInstanceOfSatisfying(Receipt.class, receipt -> assertThat(receipt.at()).isEmpty());
  }

  @ParameterizedTest
  @EnumSource(Kind.class)
  void nonsenseAndPushesOfAnotherKindAreNone(Kind kind) {
    assertThat(read(kind, Map.of())).isEmpty();
    assertThat(read(kind, Map.of("x", "y".repeat(60_000)))).isEmpty();
    assertThat(((SmsPushReceiver) channel())
        .read(new Push(kind, "application/json", Map.of(), "{\"code\":2}".getBytes()))).isEmpty();
    if (kind != Kind.TEMPLATE) {
      assertThat(read(kind, AUDIT)).isEmpty();
    }
  }
}
