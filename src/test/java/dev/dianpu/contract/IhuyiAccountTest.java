package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsConnectionTest;
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
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What GetNum, AddTemplate and DelTemplate of 互亿无线 tell. */
class IhuyiAccountTest extends ChannelTest {

  private final IhuyiUnderTest ihuyi = new IhuyiUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return ihuyi;
  }

  private SmsTemplateRegistry registry() {
    return (SmsTemplateRegistry) channel();
  }

  private Balance balance() {
    return ((SmsBalanceSource) channel()).balance();
  }

  private SmsConnectionTest.Connection connection() {
    return ((SmsConnectionTest) channel()).testConnection();
  }

  @Test
  void aTextIsFiledApprovedAndSent() {
    ihuyi.simulator().strict(true);
    SmsMessage message = message();
    assertOutcome(channel().send(message), "TEMPLATE", "code-template-mismatch");
    assertThat(registry().demandsTemplate()).isFalse();
    assertThat(registry().operations()).containsExactlyInAnyOrder(Operation.SUBMIT, Operation.DELETE);
    String wording = "您的验证码是{$verify_code}，{$minutes}分钟内有效。";
    assertThat(registry().notation(wording)).isEqualTo("您的验证码是【变量】，【变量】分钟内有效。");

    Filing filing = registry().submit(new Draft("注册", wording, Kind.CODE, "店铺", "会员注册"));
    assertOutcome(channel().send(message), "TEMPLATE", "code-template-mismatch");
    ihuyi.simulator().audit(Integer.parseInt(filing.templateId()), true);

    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
  }

  @Test
  void whatTheRegistryCannotDoIsTold() {
    assertFails(registry().query("1"), "query-unsupported");
    assertFails(registry().submit(new Draft("t", "赌博", Kind.NOTICE, "店铺", "s")), "code-content-sensitive");
    assertThat(registry().submit(new Draft("t", "大促，退订回TD", Kind.MARKETING, "店铺", "s")).state())
        .contains(State.PENDING);
    assertThat(registry().delete("99").state()).contains(State.DELETED);
    assertThat(registry().delete("99").answer().explanation()).isEmpty();

    ihuyi.fault(Fault.answer(200, Map.of(), "<AddTemplateResult><code>2</code></AddTemplateResult>"), 1);
    Filing nameless = registry().submit(new Draft("t", "x", Kind.CODE, "店铺", "s"));
    assertThat(nameless.state()).contains(State.PENDING);
    assertThat(nameless.answer().explanation()).isEqualTo("ihuyi.error.template-id-missing");

    ihuyi.fault(Fault.answer(404, Map.of(), ""), 1);
    assertFails(registry().delete("99"), "status-not-found");
    ihuyi.unconfigure(settings());
    assertFails(registry().submit(new Draft("t", "x", Kind.CODE, "店铺", "s")), "not-configured");
    assertFails(registry().delete("1"), "not-configured");
  }

  private static void assertFails(Filing filing, String explanation) {
    assertThat(filing.state()).isEmpty();
    assertThat(filing.answer().explanation()).endsWith(".error." + explanation);
  }

  @Test
  void theConnectionIsTestedWithoutAnSms() {
    assertThat(connection().works()).isTrue();
    assertThat(connection().answer().explanation()).isEmpty();

    ihuyi.simulator().balance(0);
    assertThat(connection().works()).isFalse();
    assertThat(connection().answer().explanation()).isEqualTo("ihuyi.error.code-balance");

    settings().save("ihuyi.apikey", "another");
    assertThat(connection().works()).isFalse();
    assertThat(connection().answer().explanation()).isEqualTo("ihuyi.error.code-password-wrong");
    settings().save("ihuyi.password", "static");
    assertThat(connection().answer().explanation()).isEqualTo("ihuyi.error.code-credentials-wrong");

    ihuyi.unconfigure(settings());
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(ihuyi.simulator().sent()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"", "-1", "many", "1.5", "9999999999999"})
  void aBalanceThatIsNoneIsNotTold(String number) {
    ihuyi.fault(Fault.answer(200, Map.of(),
        "<GetNumResult><code>2</code><msg>ok</msg><num>" + number + "</num></GetNumResult>"), 1);

    assertThat(balance().amount()).isEmpty();
    ihuyi.fault(Fault.answer(200, Map.of(), "{\"code\":2,\"num\":\"" + number + "\"}"), 1);
    assertThat(balance().answer().explanation()).isEqualTo("ihuyi.error.balance-unreadable");
  }

  @ParameterizedTest
  @EnumSource(value = Mode.class, names = {"RESET", "CLOSE", "SERVER_ERROR", "MALFORMED", "TRUNCATED"})
  void aFaultIsToldByEveryOtherOperationToo(Mode mode) {
    ihuyi.fault(Fault.of(mode), 4);

    assertThat(balance().amount()).isEmpty();
    assertThat(connection().works()).isFalse();
    assertThat(registry().submit(new Draft("t", "x", Kind.CODE, "店铺", "s")).answer().explanation()).isNotEmpty();
    assertThat(registry().delete("1").answer().explanation()).isNotEmpty();
    assertThat(ihuyi.arrivals()).isEqualTo(4);
  }
}
