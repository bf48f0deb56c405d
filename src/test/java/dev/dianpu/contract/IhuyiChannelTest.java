package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.IhuyiSimulator;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsMessage.Filed;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What is particular to 互亿无线: passwords, ways of sending, limits. */
class IhuyiChannelTest extends ChannelTest {

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

  private void choose(String method, String format, String password) {
    settings().save("ihuyi.http-method", method).save("ihuyi.format", format).save("ihuyi.password", password);
  }

  private static SmsMessage filed(SmsMessage any, String template, String... values) {
    return new SmsMessage("a", any.to(), any.text(), "店铺", "register", any.variables(),
        Optional.of(new Filed(template, List.of(values))));
  }

  @ParameterizedTest
  @CsvSource({
    "get, xml, static", "get, xml, dynamic", "get, json, static", "get, json, dynamic",
    "post, xml, static", "post, xml, dynamic", "post, json, static", "post, json, dynamic"
  })
  void everyWayWorksForEveryOperation(String method, String format, String password) {
    choose(method, format, password);
    ihuyi.simulator().balance(8);

    assertThat(channel().send(message("100% & a=b #您的验证码是830517。"))).isInstanceOf(Accepted.class);
    assertThat(balance()).isEqualTo(new Balance(Optional.of(BigDecimal.valueOf(7)), Unit.MESSAGES, balance().answer()));
    assertThat(balance().answer().explanation()).isEmpty();
    for (String templatePassword : List.of("plain", "md5")) {
      settings().save("ihuyi.template-password", templatePassword);
      Filing filing = registry().submit(new Draft("注册", "码 {$verify_code} & {$minutes}", Kind.CODE, "店铺", "注册页"));
      assertThat(filing.state()).contains(State.PENDING);
      assertThat(filing.templateId()).matches("[0-9]{4}");
      assertThat(registry().delete(filing.templateId()).state()).contains(State.DELETED);
    }
  }

  @ParameterizedTest
  @CsvSource({
    "leading, 【店铺】x", "trailing, x【店铺】", "account, 【互亿无线】x"
  })
  void theSignatureStandsWhereTheOwnerWantsIt(String where, String expected) {
    settings().save("ihuyi.signature", where);
    SmsMessage message = message("x");

    assertThat(channel().send(message)).isInstanceOf(Accepted.class);

    assertThat(ihuyi.inbox(message.to().national())).extracting(SimulatedSms::text).containsExactly(expected);
  }

  @Test
  void anUnpaidAccountSendsItsDefaultsOnly() {
    ihuyi.simulator().unpaid(true);
    String fixed = "您的验证码是：830517。请不要把验证码泄露给其他人。";
    assertOutcome(channel().send(message(fixed)), "TEMPLATE", "code-signature-not-approved");

    settings().save("ihuyi.signature", "account");
    assertThat(channel().send(message(fixed))).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message("别的内容")), "TEMPLATE", "code-template-mismatch");
  }

  @Test
  void byTemplateTheValuesGoJoinedAndTheGatewayFillsThemIn() {
    settings().save("ihuyi.mode", "template");
    assertThat(registry().demandsTemplate()).isTrue();
    SmsMessage message = message();

    assertThat(channel().send(filed(message, "1", "830517"))).isInstanceOf(Accepted.class);
    assertThat(ihuyi.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly("【互亿无线】您的验证码是：830517。请不要把验证码泄露给其他人。");
    assertOutcome(channel().send(filed(message(), "1", "1234", "5")), "TEMPLATE", "code-template-mismatch");
    assertOutcome(channel().send(filed(message(), "1", "123456789")), "TEMPLATE", "code-variable-too-long");
    assertOutcome(channel().send(filed(message(), "77", "1234")), "TEMPLATE", "code-template-not-filed");
    long arrivals = ihuyi.arrivals();
    assertOutcome(channel().send(filed(message(), "1", "a|b")), "TEMPLATE", "variable-separator");
    assertOutcome(channel().send(message()), "TEMPLATE", "template-missing");
    assertThat(ihuyi.arrivals()).isEqualTo(arrivals);
  }

  @Test
  void aClockThatIsTwentyMinutesOffIsNamed() {
    ihuyi.simulator().clockError(Duration.ofMinutes(20));
    assertOutcome(channel().send(message()), "UNAVAILABLE", "code-password-expired");
  }

  @Test
  void theLimitsOfTheDocumentAreEnforcedByTheGateway() {
    SmsMessage message = message("您的验证码是830517。");
    for (int i = 0; i < 5; i++) {
      assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    }
    assertOutcome(channel().send(message), "THROTTLED", "code-phone-minute");
    ihuyi.simulator().limit(4081, 0);
    for (int i = 0; i < 5; i++) {
      assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    }
    assertOutcome(channel().send(message), "THROTTLED", "code-code-day");
    ihuyi.simulator().limit(4085, 0);
    ihuyi.simulator().limit(4082, 10);
    assertOutcome(channel().send(message), "THROTTLED", "code-phone-day");
    ihuyi.simulator().limit(408, 10);
    assertOutcome(channel().send(message), "NUMBER", "code-phone-exceeded");
    assertOutcome(channel().send(message), "NUMBER", "code-mobile-blacklisted");
    ihuyi.simulator().limit(4083, 10);
    assertOutcome(channel().send(message("您的验证码是830517。")), "THROTTLED", "code-content-minute");
  }

  @ParameterizedTest
  @CsvSource({"400, address-illegal", "4052, address-not-registered", "4050, account-frozen"})
  void anAccountThatIsClosedIsACredentialsProblem(int code, String label) {
    ihuyi.simulator().state(code);

    assertOutcome(channel().send(message()), "CREDENTIALS", "code-" + label);
    assertThat(balance().answer().explanation()).isEqualTo("ihuyi.error.code-" + label);
  }

  @Test
  void nothingLeftIsAQuotaProblem() {
    ihuyi.simulator().balance(0);
    assertOutcome(channel().send(message()), "QUOTA", "code-balance");
  }

  @Test
  void theLongestTextIsCountedInCharactersWithTheSignature() {
    assertThat(channel().send(message("𠮷".repeat(496)))).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message("𠮷".repeat(497))), "TEXT", "content-length");
    assertThat(ihuyi.arrivals()).isEqualTo(1);

    settings().save("ihuyi.content-length", 600);
    assertOutcome(channel().send(message("长".repeat(497))), "TEXT", "code-content-too-long");
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    SmsMessage any = message();
    SmsMessage unsigned = new SmsMessage("a", any.to(), any.text(), " ", "register", Map.of());
    SmsMessage abroad =
        new SmsMessage("b", new PhoneNumber("+85291234567"), any.text(), "店铺", "register", Map.of());

    assertOutcome(channel().send(unsigned), "NOT_CONFIGURED", "signature-missing");
    assertOutcome(channel().send(abroad), "NUMBER", "number-abroad");
    assertThat(ihuyi.arrivals()).isZero();
    settings().save("ihuyi.signature", "account");
    assertThat(channel().send(unsigned)).isInstanceOf(Accepted.class);
  }

  @Test
  void whatTheGatewayRepeatsIsNotKept() {
    SmsMessage message = message();
    ihuyi.fault(Fault.answer(200, Map.of(), "{\"code\":405,\"msg\":\"" + message.to().national() + " "
        + message.text() + " " + IhuyiSimulator.API_KEY + "\",\"smsid\":\"0\"}"), 1);
    SendOutcome outcome = channel().send(message);
    assertThat(outcome.answer().text()).isEqualTo("**** **** ****");
    assertThat(outcome.answer().code()).isEqualTo("405");
  }
}
