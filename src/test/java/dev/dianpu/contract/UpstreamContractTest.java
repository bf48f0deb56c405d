package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.plugins.upstream.UpstreamPlugin;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.simulator.UpstreamSimulator;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsMessage.Filed;
import dev.dianpu.spi.SmsTemplateRegistry;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for the platform of an upstream agent, on a wire that is ours, and how another one is set. */
class UpstreamContractTest extends SmsChannelContract {

  private final SimulatedUnderTest<UpstreamSimulator> upstream = new SimulatedUnderTest<>(
      UpstreamSimulator.class, UpstreamPlugin::new,
      Map.of("upstream.member", UpstreamSimulator.MEMBER, "upstream.secret", UpstreamSimulator.SECRET));

  @Override
  ChannelUnderTest underTest() {
    return upstream;
  }

  private SendOutcome answered(int status, String body) {
    upstream.fault(Fault.answer(status, Map.of(), body), 1);
    return channel().send(message());
  }

  private SmsMessage filed(String templateId, String... values) {
    SmsMessage any = message();
    return new SmsMessage(any.attemptId(), any.to(), any.text(), any.signature(), any.template(), any.variables(),
        Optional.of(new Filed(templateId, List.of(values))));
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contract/engine-faults.csv", delimiter = '|', numLinesToSkip = 1)
  void everyFaultOfTheDocumentIsKnownWhateverItsCodeAndShape(String words, String cause, String label) {
    SendOutcome outcome = answered(200, "{\"code\":\"E\",\"msg\":\"" + words + "\"}");
    assertOutcome(outcome, cause, label);
    assertThat(outcome.answer().code()).isEqualTo("E");
    assertThat(outcome.answer().text()).isEqualTo(words);
    assertOutcome(answered(400, "{\"msg\":\"" + words + "\"}"), cause, label);
    assertOutcome(answered(200, words), cause, label);
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | {\"code\":0,\"data\":{\"id\":7}} | ACCEPTED | ",
    "200 | {\"code\":\"0\"} | ACCEPTED | ",
    "200 | {\"code\":0,\"msg\":\"签名数据不一致\"} | UNKNOWN | answer-contradictory",
    "200 | {\"code\":1,\"msg\":\"ok\"} | UNKNOWN | result-other",
    "200 | {\"code\":200} | UNKNOWN | result-other",
    "200 | {\"code\":true} | UNKNOWN | result-other",
    "200 | {\"code\":1007} | QUOTA | refused-quota",
    "200 | {\"code\":1008} | NUMBER | refused-number",
    "200 | {\"code\":{}} | UNKNOWN | answer-unreadable",
    "200 | {} | UNKNOWN | answer-unreadable",
    "200 | [] | UNKNOWN | answer-unreadable",
    "200 | OK | UNKNOWN | answer-unreadable",
    "200 | `` | UNKNOWN | answer-unreadable",
    "302 | `` | UNAVAILABLE | status-moved",
    "404 | {\"code\":0} | UNAVAILABLE | status-not-found",
    "500 | {\"msg\":\"签名数据不一致\"} | UNKNOWN | status-server-error"
  })
  void whatIsNotKnownOfTheGatewayIsReadWithCaution(int status, String body, String expected, String explanation) {
    settings().save("upstream.codes", "1007=quota\n1008=number");
    assertOutcome(answered(status, body), expected, explanation);
  }

  @Test
  void anotherWireFormatIsAMatterOfSettings() {
    settings().save("upstream.answer-code", "head.status").save("upstream.answer-success", "true, 200")
        .save("upstream.answer-text", "head.why").save("upstream.answer-id", "sid");
    assertThat(answered(200, "{\"head\":{\"status\":true},\"sid\":\"S-9\"}"))
        .isInstanceOfSatisfying(Accepted.class, accepted -> assertThat(accepted.gatewayId()).isEqualTo("S-9"));
    assertThat(answered(200, "{\"head\":{\"status\":200}}")).isInstanceOf(Accepted.class);
    assertOutcome(answered(200, "{\"head\":{\"status\":3,\"why\":\"接口不通\"}}"), "UNAVAILABLE", "interface-unreachable");

    settings().save("upstream.answer-code", "code").save("upstream.answer-text", "msg")
        .save("upstream.mobile-field", "phone");
    assertOutcome(channel().send(message()), "NOT_CONFIGURED", "parameter-absent");
  }

  @ParameterizedTest
  @ValueSource(strings = {"form", "json"})
  void bothShapesOfRequestsBringTheText(String body) {
    settings().save("upstream.body", body);
    SmsMessage message = message("\"您好\" & <😀>\n\\");

    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    assertThat(upstream.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly("【店铺】\"您好\" & <😀>\n\\");
  }

  @Test
  void theChannelsOwnSignatureGoesBeforeTheShops() {
    settings().save("upstream.signname", "别的店");
    assertOutcome(channel().send(message()), "TEMPLATE", "signature-differs");
    upstream.simulator().signature("别的店");
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    upstream.simulator().signature("");
    assertOutcome(channel().send(message()), "TEMPLATE", "signature-not-found");
  }

  /** Document 003, point 8. */
  @Test
  void anEmptyTemplateNumberIsNamedAndAFiledOneIsSent() {
    upstream.simulator().templateNeeded(true);
    assertOutcome(channel().send(message()), "TEMPLATE", "template-number-empty");
    assertThat(channel().send(filed("77", "830517", "5"))).isInstanceOf(Accepted.class);

    settings().save("upstream.template-needed", true);
    assertThat(((SmsTemplateRegistry) channel()).demandsTemplate()).isTrue();
    long before = upstream.arrivals();
    assertOutcome(channel().send(message()), "TEMPLATE", "template-missing");
    assertThat(upstream.arrivals()).isEqualTo(before);
  }

  @Test
  void templatesAreFiledByHand() {
    SmsTemplateRegistry registry = (SmsTemplateRegistry) channel();
    assertThat(registry.operations()).isEmpty();
    assertThat(registry.demandsTemplate()).isFalse();
    assertThat(registry.notation("您的验证码是{$verify_code}")).isEqualTo("您的验证码是{$verify_code}");
    assertThat(registry.query("77").answer().explanation()).isEqualTo("gateway.error.template-by-hand");
    assertThat(registry.delete("77").state()).isEmpty();
    assertThat(registry.submit(null).templateId()).isEmpty();
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    assertOutcome(channel().send(new SmsMessage("a", new PhoneNumber("+85291234567"), "x", "店铺", "t", Map.of())),
        "NUMBER", "number-abroad");
    assertOutcome(channel().send(new SmsMessage("b", message().to(), "x", " ", "t", Map.of())),
        "NOT_CONFIGURED", "signature-missing");
    assertThat(upstream.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "upstream.address | '' | upstream.check.address-missing",
    "upstream.address | nonsense | upstream.check.address-malformed",
    "upstream.address | http://x.example/api/sms/ | upstream.check.address-with-path",
    "upstream.address | http://x.example/API/SMS | upstream.check.address-with-path",
    "upstream.member | '' | upstream.check.member-missing",
    "upstream.secret | '' | upstream.check.secret-missing",
    "upstream.codes | x | upstream.check.codes-malformed"
  })
  void aWrongSettingIsRefusedBesideItsField(String changed, String value, String message) {
    settings().save(changed, value);
    assertThat(settings().group("upstream").check().problems(settings()))
        .containsExactly(new SettingProblem(changed, message));
    assertThat(PluginTexts.chinese(message)).containsKey(message);
    assertThat(PluginTexts.english(message)).containsKey(message);
  }

  @Test
  void anUntouchedPageMayBeSaved() {
    upstream.unconfigure(settings());
    settings().save("upstream.address", "");
    assertThat(settings().group("upstream").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).isNotEmpty();
  }
}
