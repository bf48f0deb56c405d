package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.Operation;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** Templates of cloopen: filed, asked for, used. */
class CloopenTemplatesTest extends ChannelTest {

  private static final Draft DRAFT = new Draft("注册", "您的验证码是{$verify_code}，{$minutes}分钟内有效。", Kind.CODE, "店铺", "");

  private final CloopenUnderTest cloopen = new CloopenUnderTest("json");

  @Override
  ChannelUnderTest underTest() {
    return cloopen;
  }

  private SmsTemplateRegistry registry() {
    return (SmsTemplateRegistry) channel();
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void aTemplateIsFiledAuditedAndSent(String format) {
    settings().save("cloopen.format", format).save("cloopen.product-address", "https://shop.example");

    Filing filed = registry().submit(DRAFT);
    assertThat(filed.templateId()).isNotBlank();
    assertThat(filed.state()).contains(State.PENDING);
    assertThat(filed.answer().explanation()).isEmpty();
    assertThat(registry().query(filed.templateId()).state()).contains(State.PENDING);
    assertOutcome(channel().send(using(filed)), "TEMPLATE", "template-not-approved");

    cloopen.simulator().audit(filed.templateId(), 1);
    assertThat(registry().query(filed.templateId()).state()).contains(State.APPROVED);
    SmsMessage message = using(filed);
    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    assertThat(cloopen.inbox(message.to().national()).get(0).text()).isEqualTo("【店铺】您的验证码是830517，5分钟内有效。");

    cloopen.simulator().audit(filed.templateId(), 2);
    assertThat(registry().query(filed.templateId()).state()).contains(State.REJECTED);
    cloopen.simulator().audit(filed.templateId(), -1);
    assertThat(registry().query(filed.templateId()).state()).contains(State.DELETED);
    assertThat(registry().query("4711").state()).contains(State.DELETED);
  }

  private SmsMessage using(Filing filed) {
    return CloopenUnderTest.filed(message(), filed.templateId(), "830517", "5");
  }

  @Test
  void whatTheInterfaceOffersIsToldAndTheRestIsDoneByHand() {
    assertThat(registry().operations()).containsExactlyInAnyOrder(Operation.SUBMIT, Operation.QUERY);
    assertThat(registry().demandsTemplate()).isTrue();
    assertThat(registry().notation("{$a}及{$b}及{$a}")).isEqualTo("{1}及{2}及{3}");
    assertThat(registry().delete("7").answer().explanation()).isEqualTo("cloopen.error.delete-by-hand");
  }

  @Test
  void withoutTheProductsAddressNothingIsFiled() {
    Filing filed = registry().submit(DRAFT);
    assertThat(filed.state()).isEmpty();
    assertThat(filed.answer().explanation()).isEqualTo("cloopen.error.product-address-empty");
    assertThat(cloopen.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource({"S, signature-2-to-16", "Shop, signature-not-chinese", "'', signature-empty"})
  void aDraftThatIsRefusedIsExplained(String signature, String explanation) {
    settings().save("cloopen.product-address", "https://shop.example");

    Filing filed = registry().submit(new Draft("注册", "x", Kind.CODE, signature, ""));

    assertThat(filed.templateId()).isEmpty();
    assertThat(filed.state()).isEmpty();
    assertThat(filed.answer().explanation()).isEqualTo("cloopen.error." + explanation);
  }

  /** What CreateSMSTemplate answers is not documented. */
  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "{\"statusCode\":\"000000\",\"templateId\":\"77\"} | 77",
    "{\"statusCode\":\"000000\",\"SMSTemplate\":{\"id\":77}} | 77",
    "<Response><statusCode>000000</statusCode><TemplateSMS><id>77</id></TemplateSMS></Response> | 77",
    "{\"statusCode\":\"000000\"} | ``"
  })
  void theNewIdIsFoundUnderItsLikelyNames(String body, String id) {
    settings().save("cloopen.product-address", "https://shop.example");
    cloopen.fault(Fault.answer(200, Map.of(), body), 1);

    Filing filed = registry().submit(DRAFT);

    assertThat(filed.templateId()).isEqualTo(id);
    assertThat(filed.state()).contains(State.PENDING);
  }

  @ParameterizedTest
  @ValueSource(strings = {
    "{\"statusCode\":\"000000\",\"TemplateSMS\":[{\"id\":\"8\",\"status\":\"1\"}]}",
    "{\"statusCode\":\"000000\",\"TemplateSMS\":[{\"id\":\"7\",\"status\":\"9\"}]}",
    "{\"statusCode\":\"000000\",\"TemplateSMS\":\"7\"}",
    "{\"statusCode\":\"112311\"}",
    "<html>"
  })
  void anAnswerThatTellsNoStateChangesNothing(String body) {
    cloopen.fault(Fault.answer(200, Map.of(), body), 1);
    assertThat(registry().query("7").state()).isEmpty();
  }

  @Test
  void whatIsNotConfiguredIsNotAsked() {
    cloopen.unconfigure(settings());
    assertThat(registry().query("7").answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(registry().submit(DRAFT).answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(cloopen.arrivals()).isZero();
  }
}
