package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.plugins.office2.Office2Plugin;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.Office2Simulator;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract for 2office, and what is particular to it: two interfaces, character sets, the test of document 003. */
class Office2ContractTest extends SmsChannelContract {

  private final SimulatedUnderTest<Office2Simulator> office2 = new SimulatedUnderTest<>(
      Office2Simulator.class, Office2Plugin::new,
      Map.of("office2.account", Office2Simulator.ACCOUNT, "office2.password", Office2Simulator.PASSWORD,
          "office2.auth-code", Office2Simulator.AUTH_CODE));

  @Override
  ChannelUnderTest underTest() {
    return office2;
  }

  private Balance balance() {
    return ((SmsBalanceSource) channel()).balance();
  }

  private Connection connection() {
    return ((SmsConnectionTest) channel()).testConnection();
  }

  private SendOutcome answered(int status, String body) {
    office2.fault(Fault.answer(status, Map.of(), body), 1);
    return channel().send(message());
  }

  @ParameterizedTest
  @CsvSource({"asmx, auto, end", "asmx, gbk, front", "aspx, auto, end", "aspx, utf-8, end", "aspx, gbk, front"})
  void everyInterfaceAndCharacterSetBringsTheText(String style, String charset, String place) {
    settings().save("office2.style", style).save("office2.charset", charset).save("office2.signature-place", place);
    SmsMessage message = message("您好，100% & 镕");

    assertThat(channel().send(message)).isInstanceOfSatisfying(Accepted.class, accepted ->
        assertThat(accepted.gatewayId()).matches("2[0-9]{7}"));
    assertThat(office2.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly(place.equals("front") ? "【店铺】您好，100% & 镕" : "您好，100% & 镕【店铺】");
  }

  @Test
  void whatGbkLacksIsRefusedAndNotMangled() {
    settings().save("office2.style", "aspx");

    assertOutcome(channel().send(message("表情😀")), "TEXT", "text-not-encodable");
    assertThat(office2.arrivals()).isZero();
  }

  /** The page answers GBK and says nothing of it; its words are read all the same. */
  @Test
  void aCodeHasTheCauseThatTheOwnerNames() {
    settings().save("office2.style", "aspx");
    office2.simulator().quota(0);
    SendOutcome unnamed = channel().send(message());
    assertOutcome(unnamed, "UNAVAILABLE", "result-other");
    assertThat(unnamed.answer().code()).isEqualTo("-3");
    assertThat(unnamed.answer().text()).isEqualTo("余额不足");

    settings().save("office2.codes", "-3=quota\n-6=number");
    assertOutcome(channel().send(message()), "QUOTA", "refused-quota");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', quoteCharacter = '`', value = {
    "200 | <string xmlns=\"http://tempuri.org/\">0,123</string> | ACCEPTED | ",
    "200 | <string>0,123</string> | ACCEPTED | ",
    "200 | 0,123 | ACCEPTED | ",
    "200 | <string>-2,no</string> | UNAVAILABLE | result-other",
    "200 | 7 | UNAVAILABLE | result-other",
    "200 | <string>0,</string> | UNKNOWN | answer-unreadable",
    "200 | <string>0</string> | UNKNOWN | answer-unreadable",
    "200 | <string/> | UNKNOWN | answer-unreadable",
    "200 | <other>0,123</other> | UNKNOWN | answer-unreadable",
    "200 | <!DOCTYPE x><string>0,1</string> | UNKNOWN | answer-unreadable",
    "200 | `` | UNKNOWN | answer-unreadable",
    "404 | 0,123 | UNAVAILABLE | status-not-found",
    "500 | 0,123 | UNKNOWN | status-server-error"
  })
  void whateverTheGatewayAnswers(int status, String body, String expected, String explanation) {
    assertOutcome(answered(status, body), expected, explanation);
  }

  @Test
  void theBalanceIsMoneyOrMessagesAsTheOwnerSays() {
    office2.simulator().quota(100);
    assertThat(balance().amount()).contains(new BigDecimal("5.00"));
    assertThat(balance().unit()).isEqualTo(Unit.MONEY);
    settings().save("office2.balance-unit", "messages");
    assertThat(balance().unit()).isEqualTo(Unit.MESSAGES);

    settings().save("office2.balance-third", "random");
    assertThat(balance().amount()).isEmpty();
    assertThat(balance().answer().explanation()).isEqualTo("office2.error.balance-unreadable");
    assertThat(balance().answer().text()).isEqualTo("-1,缺少参数");

    settings().save("office2.balance-pattern", "([0-9]+)条");
    office2.fault(Fault.answer(200, Map.of(), "88条"), 1);
    assertThat(balance().amount()).contains(BigDecimal.valueOf(88));
    settings().save("office2.balance-method", "GetSmsMoney2");
    assertThat(balance().answer().explanation()).isEqualTo("gateway.error.status-server-error");
    office2.fault(Fault.of(Mode.CLOSE), 1);
    assertThat(balance().answer().explanation()).isEqualTo("gateway.error.answer-broken");
    settings().save("office2.account", "");
    assertThat(balance().answer().explanation()).isEqualTo("gateway.error.not-configured");
  }

  /** Document 003, point 9: HTML is the sign of a good way to the gateway, whatever the account. */
  @Test
  void theConnectionTestLooksForThePageOfTheService() {
    settings().save("office2.account", "");
    assertThat(connection().works()).isTrue();
    assertThat(connection().answer().explanation()).isEmpty();

    office2.fault(Fault.answer(200, Map.of(), "blocked"), 1);
    Connection other = connection();
    assertThat(other.works()).isFalse();
    assertThat(other.answer().explanation()).isEqualTo("office2.error.no-page");
    assertThat(other.answer().text()).isEqualTo("blocked");

    office2.fault(Fault.of(Mode.SERVER_ERROR), 1);
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.status-server-error");
    office2.pointAt(settings(), "http://127.0.0.1:1");
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.not-sent-refused");
    office2.pointAt(settings(), "nonsense");
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(channel().registersAddresses()).isEmpty();
    assertThat(office2.simulator().sent()).isZero();
  }

  @Test
  void aServerWhoseAddressIsNotRegisteredIsToldSo() {
    assertThat(channel().registersAddresses()).isPresent();
    office2.simulator().registered("203.0.113.9");
    assertThat(channel().send(message()).answer().text()).isEqualTo("IP地址未登记");
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    assertOutcome(channel().send(new SmsMessage("a", new PhoneNumber("+85291234567"), "x", "店铺", "t", Map.of())),
        "NUMBER", "number-abroad");
    assertOutcome(channel().send(new SmsMessage("b", message().to(), "x", " ", "t", Map.of())),
        "NOT_CONFIGURED", "signature-missing");
    assertThat(office2.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "office2.account | '' | office2.check.account-missing",
    "office2.password | '' | office2.check.password-missing",
    "office2.auth-code | '' | office2.check.auth-code-missing",
    "office2.address | http://x?y | office2.check.address-malformed",
    "office2.codes | nonsense | office2.check.codes-malformed",
    "office2.balance-pattern | '(' | office2.check.balance-pattern-malformed"
  })
  void aWrongSettingIsRefusedBesideItsField(String changed, String value, String message) {
    settings().save(changed, value);
    assertThat(settings().group("office2").check().problems(settings()))
        .containsExactly(new SettingProblem(changed, message));
  }

  @Test
  void anUntouchedPageMayBeSaved() {
    office2.unconfigure(settings());
    assertThat(settings().group("office2").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).isNotEmpty();
  }

  @Test
  void whatTheGatewayRepeatsIsMasked() {
    assertThat(answered(200, "-9,password " + Office2Simulator.AUTH_CODE).answer().text()).isEqualTo("password ****");
  }
}
