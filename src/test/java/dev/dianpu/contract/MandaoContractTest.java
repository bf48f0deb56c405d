package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.plugins.mandao.MandaoPlugin;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.MandaoSimulator;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** The contract for mandao, and what is particular to it: transports, character sets, many phones, balance. */
class MandaoContractTest extends SmsChannelContract {

  private final SimulatedUnderTest<MandaoSimulator> mandao = new SimulatedUnderTest<>(
      MandaoSimulator.class, MandaoPlugin::new,
      Map.of("mandao.sn", MandaoSimulator.SN, "mandao.password", MandaoSimulator.PASSWORD));

  @Override
  ChannelUnderTest underTest() {
    return mandao;
  }

  private Balance balance() {
    return ((SmsBalanceSource) channel()).balance();
  }

  @ParameterizedTest
  @CsvSource({
    "form, gbk, url, mdsmssend, end", "form, utf-8, plain, mdsmssend, front", "form, gbk, plain, mdsmssend, end",
    "ashx, gbk, url, mdgxsend, end", "ashx, utf-8, plain, mdsmssend, end", "soap, gbk, url, mdsmssend, end",
    "soap, gbk, plain, mdsmssend, end", "soap, utf-8, plain, mdsmssend, front", "soap, gbk, url, mdgxsend, end"
  })
  void everyTransportAndEncodingBringsTheText(
      String transport, String charset, String encoding, String operation, String place) {
    settings().save("mandao.transport", transport).save("mandao.charset", charset)
        .save("mandao.content-encoding", encoding).save("mandao.operation", operation)
        .save("mandao.signature-place", place);
    mandao.simulator().encoding(encoding);
    SmsMessage message = message("您好，100% & <b>镕</b>");

    SendOutcome outcome = channel().send(message);

    assertThat(outcome).isInstanceOfSatisfying(Accepted.class, accepted ->
        assertThat(accepted.gatewayId()).matches("[1-9][0-9]{17}"));
    assertThat(mandao.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly(place.equals("front") ? "【店铺】您好，100% & <b>镕</b>" : "您好，100% & <b>镕</b>【店铺】");
    assertThat(balance().amount()).contains(BigDecimal.valueOf(999_999_999L));
  }

  @Test
  void theSameAttemptHasTheSameIdAndAnotherAnother() {
    SmsMessage message = message();
    String first = ((Accepted) channel().send(message)).gatewayId();
    SmsMessage again = new SmsMessage(message.attemptId(), message().to(), "x", "店铺", "register", Map.of());

    assertThat(((Accepted) channel().send(again)).gatewayId()).isEqualTo(first);
    assertThat(((Accepted) channel().send(message())).gatewayId()).isNotEqualTo(first);
  }

  @Test
  void whatTheCharacterSetLacksIsRefusedAndNotMangled() {
    settings().save("mandao.content-encoding", "plain");

    assertOutcome(channel().send(message("表情😀")), "TEXT", "text-not-encodable");
    assertThat(mandao.arrivals()).isZero();
  }

  @ParameterizedTest
  @ValueSource(strings = {"mdsmssend", "mdgxsend"})
  void oneTextGoesToManyPhonesInOneCall(String operation) {
    settings().save("mandao.operation", operation);
    List<PhoneNumber> phones =
        IntStream.range(0, 10_000).mapToObj(i -> new PhoneNumber("+86139" + String.format("%08d", i))).toList();
    SmsBulkSender bulk = (SmsBulkSender) channel();
    assertThat(bulk.mostNumbers()).isEqualTo(10_000);

    SendOutcome outcome = bulk.sendToMany(
        new BulkSms("bulk1", phones, "新品到店，回T退订", "店铺", "news", Map.of(), Optional.empty()));

    assertThat(outcome).isInstanceOf(Accepted.class);
    assertThat(mandao.arrivals()).isEqualTo(1);
    assertThat(mandao.simulator().sent()).isEqualTo(10_000);
    assertThat(mandao.inbox("13900009999")).extracting(SimulatedSms::text).containsExactly("新品到店，回T退订【店铺】");
  }

  @Test
  void aBrokenBulkCallIsUnknownAndNotRepeated() {
    mandao.fault(Fault.of(Mode.RESET), Integer.MAX_VALUE);
    SendOutcome outcome = ((SmsBulkSender) channel()).sendToMany(
        new BulkSms("bulk2", List.of(message().to(), message().to()), "x", "店铺", "news", Map.of(), Optional.empty()));

    assertOutcome(outcome, "UNKNOWN", "answer-broken");
    assertThat(mandao.arrivals()).isEqualTo(1);
  }

  @Test
  void theBalanceIsAskedByAnyOfItsOperationsAndReadByItsPattern() {
    mandao.simulator().quota(1234);
    for (String operation : List.of("mdgetSninfo", "balance", "GetBalance")) {
      settings().save("mandao.balance-operation", operation);
      assertThat(balance().amount()).contains(BigDecimal.valueOf(1234));
      assertThat(balance().unit()).isEqualTo(Unit.MESSAGES);
    }
    settings().save("mandao.balance-pattern", ".*left=([0-9]+).*");
    assertThat(balance().amount()).isEmpty();
    assertThat(balance().answer().explanation()).isEqualTo("mandao.error.balance-unreadable");

    mandao.fault(Fault.answer(200, Map.of(), "sn=1,left=77;"), 1);
    assertThat(balance().amount()).contains(BigDecimal.valueOf(77));
  }

  @Test
  void theConnectionTestSpendsNothingAndNamesWhatIsWrong() {
    SmsConnectionTest test = (SmsConnectionTest) channel();
    assertThat(test.testConnection().works()).isTrue();

    mandao.simulator().registered("203.0.113.9");
    Connection refused = test.testConnection();
    assertThat(refused.works()).isFalse();
    assertThat(refused.answer().code()).isEqualTo("-22");
    assertThat(refused.answer().explanation()).isEqualTo("mandao.error.result-address-not-registered");
    assertThat(channel().registersAddresses()).isPresent();

    mandao.fault(Fault.of(Mode.RESET), 1);
    assertThat(test.testConnection().answer().explanation()).isEqualTo("gateway.error.answer-broken");
    mandao.fault(Fault.of(Mode.SERVER_ERROR), 1);
    assertThat(test.testConnection().answer().explanation()).isEqualTo("gateway.error.status-server-error");
    settings().save("mandao.password", "another");
    mandao.simulator().registered("");
    assertThat(test.testConnection().answer().explanation()).isEqualTo("mandao.error.result-wrong-account");
    settings().save("mandao.password", "");
    assertThat(test.testConnection().answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(mandao.simulator().sent()).isZero();
  }

  @Test
  void theGatewayRefusesInItsOwnCodes() {
    settings().save("mandao.sn", "SDK");
    assertOutcome(channel().send(message()), "CREDENTIALS", "result-account-format");
    settings().save("mandao.sn", MandaoSimulator.SN);
    SmsMessage message = message();
    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message), "SAME_CONTENT", "result-repeated");
    mandao.simulator().quota(0);
    assertOutcome(channel().send(message()), "QUOTA", "result-no-balance");
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    SmsMessage any = message();
    assertOutcome(channel().send(new SmsMessage("a", new PhoneNumber("+85291234567"), "x", "店铺", "t", Map.of())),
        "NUMBER", "number-abroad");
    assertOutcome(channel().send(new SmsMessage("b", any.to(), "x", " ", "t", Map.of())),
        "NOT_CONFIGURED", "signature-missing");
    assertThat(mandao.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "mandao.sn | '' | mandao.sn | mandao.check.sn-missing",
    "mandao.password | '' | mandao.password | mandao.check.password-missing",
    "mandao.address | ftp://x | mandao.address | mandao.check.address-malformed",
    "mandao.balance-address | http://x?y=z | mandao.balance-address | mandao.check.address-malformed",
    "mandao.balance-pattern | '(' | mandao.balance-pattern | mandao.check.balance-pattern-malformed",
    "mandao.receipt-rrid | 2 | mandao.receipt-status | mandao.check.receipt-places-alike"
  })
  void aWrongSettingIsRefusedBesideItsField(String changed, String value, String key, String message) {
    settings().save(changed, value);
    assertThat(settings().group("mandao").check().problems(settings()))
        .containsExactly(new SettingProblem(key, message));
  }

  @Test
  void contentsDividedByCommasMustBeEncodedAndAnUntouchedPageMayBeSaved() {
    settings().save("mandao.operation", "mdgxsend").save("mandao.content-encoding", "plain");
    assertThat(channel().problems()).containsExactly(
        new SettingProblem("mandao.content-encoding", "mandao.check.contents-not-encoded"));

    settings().save("mandao.sn", "").save("mandao.password", "");
    assertThat(settings().group("mandao").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).isNotEmpty();
  }
}
