package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.IhuyiSimulator;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsMessage.Filed;
import dev.dianpu.spi.SmsTemplateRegistry;
import dev.dianpu.spi.SmsTemplateRegistry.Draft;
import dev.dianpu.spi.SmsTemplateRegistry.Filing;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.Operation;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to 互亿无线: passwords, ways of sending, balance, templates, limits, settings. */
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

  private SmsConnectionTest.Connection connection() {
    return ((SmsConnectionTest) channel()).testConnection();
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
    assertThat(connection().answer().explanation()).isEqualTo("ihuyi.error.code-" + label);
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
  void theAddressToRegisterAtIsToldOnceThereIsAnAccount() {
    settings().save("ihuyi.address", "https://106.ihuyi.cn/");
    assertThat(channel().registersAddresses()).contains(URI.create("https://106.ihuyi.cn/webservice/sms.php"));
    ihuyi.unconfigure(settings());
    assertThat(channel().registersAddresses()).isEmpty();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "ihuyi.account | '' | ihuyi.account | ihuyi.check.account-missing",
    "ihuyi.apikey | '' | ihuyi.apikey | ihuyi.check.apikey-missing",
    "ihuyi.apikey | 'a b' | ihuyi.apikey | ihuyi.check.apikey-malformed",
    "ihuyi.address | 'not an address' | ihuyi.address | ihuyi.check.address-malformed",
    "ihuyi.address | http://106.ihuyi.com | ihuyi.address | ihuyi.check.apikey-in-clear"
  })
  void settingsThatContradictEachOtherAreRefusedBesideTheirField(
      String changed, String value, String key, String message) {
    settings().save(changed, value);

    List<SettingProblem> problems = settings().group("ihuyi").check().problems(settings());

    assertThat(problems).containsExactly(new SettingProblem(key, message));
    assertThat(channel().problems()).isEqualTo(problems);
  }

  @Test
  void inClearNoKeyMayTravel() {
    settings().save("ihuyi.address", "http://106.ihuyi.com").save("ihuyi.template-password", "md5");
    assertThat(channel().problems()).isEmpty();
    settings().save("ihuyi.password", "static");
    assertThat(channel().problems()).isNotEmpty();
  }

  @Test
  void limitsThatContradictEachOtherAreRefusedButStopNoSms() {
    settings().save("ihuyi.phone-day", 4);

    assertThat(settings().group("ihuyi").check().problems(settings())).containsExactly(
        new SettingProblem("ihuyi.phone-minute", "ihuyi.check.more-than-a-day", 4L),
        new SettingProblem("ihuyi.code-day", "ihuyi.check.more-than-a-day", 4L));
    assertThat(channel().problems()).isEmpty();
    settings().save("ihuyi.phone-day", 0);
    assertThat(settings().group("ihuyi").check().problems(settings())).isEmpty();
  }

  @Test
  void anUntouchedPageCanBeSaved() {
    settings().save("ihuyi.account", "").save("ihuyi.apikey", "");

    assertThat(settings().group("ihuyi").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).hasSize(2);
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
