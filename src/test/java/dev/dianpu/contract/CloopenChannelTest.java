package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.CloopenSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.RawGateway;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsBulkSender;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.SmsMessage;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.util.ArrayList;
import java.util.Base64;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

/** What is particular to cloopen: what goes over the wire, trials without a template, many phones, the account. */
class CloopenChannelTest extends ChannelTest {

  private final CloopenUnderTest cloopen = new CloopenUnderTest("json");

  @Override
  ChannelUnderTest underTest() {
    return cloopen;
  }

  private String sentOverTheWire(SmsMessage message) {
    try (RawGateway raw = RawGateway.start((socket, number) -> RawGateway.write(socket, "200 OK", "", "{}"))) {
      settings().save("cloopen.address", "http://127.0.0.1:" + raw.port() + "/");
      channel().send(message);
      return raw.requests().get(0);
    }
  }

  @Test
  void theRequestIsTheDocumentsInJson() {
    settings().save("cloopen.sub-append", "8888");
    SmsMessage message = CloopenUnderTest.filed(message(), "7", "a\"b", "5");

    String request = sentOverTheWire(message);

    assertThat(request).startsWith(
        "POST /2013-12-26/Accounts/" + CloopenSimulator.ACCOUNT_SID + "/SMS/TemplateSMS?sig=");
    assertThat(request).containsPattern("\\?sig=[0-9A-F]{32} HTTP");
    assertThat(request).containsIgnoringCase("accept: application/json\r\n")
        .containsIgnoringCase("content-type: application/json;charset=utf-8\r\n")
        .containsIgnoringCase("content-length: ");
    assertThat(request).endsWith("\r\n\r\n{\"to\":\"" + message.to().national() + "\",\"appId\":\""
        + CloopenSimulator.APP_ID + "\",\"reqId\":\"" + message.attemptId()
        + "\",\"subAppend\":\"8888\",\"templateId\":\"7\",\"datas\":[\"a\\\"b\",\"5\"]}");
  }

  @Test
  void theRequestIsTheDocumentsInXml() {
    settings().save("cloopen.format", "xml");
    SmsMessage message = CloopenUnderTest.filed(message(), "7", "a<b&", "5");

    String request = sentOverTheWire(message);

    assertThat(request).containsIgnoringCase("accept: application/xml\r\n")
        .containsIgnoringCase("content-type: application/xml;charset=utf-8\r\n");
    assertThat(request).endsWith("?><TemplateSMS><to>" + message.to().national() + "</to><appId>"
        + CloopenSimulator.APP_ID + "</appId><reqId>" + message.attemptId()
        + "</reqId><templateId>7</templateId><datas><data>a&lt;b&amp;</data><data>5</data></datas></TemplateSMS>");
  }

  @ParameterizedTest
  @CsvSource({"Asia/Shanghai, 8", "UTC, 0", "+05:00, 5"})
  void theTimestampIsThatOfTheZoneOfTheSettings(String zone, int hours) {
    settings().save("cloopen.zone", zone);
    String request = sentOverTheWire(message());

    String header = request.lines().filter(line -> line.toLowerCase().startsWith("authorization: ")).findFirst()
        .orElseThrow().substring("authorization: ".length());
    String opened = new String(Base64.getDecoder().decode(header));
    assertThat(opened).matches(CloopenSimulator.ACCOUNT_SID + ":[0-9]{14}");
    LocalDateTime now = LocalDateTime.now(Clock.system(ZoneOffset.ofHours(hours)));
    LocalDateTime sent = LocalDateTime.parse(
        opened.substring(opened.indexOf(':') + 1), DateTimeFormatter.ofPattern("yyyyMMddHHmmss"));
    assertThat(Duration.between(sent, now).abs()).isLessThan(Duration.ofMinutes(2));
  }

  @Test
  void aMessageWithoutATemplateIsNotTried() {
    assertOutcome(channel().send(plain()), "TEMPLATE", "template-missing");
    assertThat(cloopen.arrivals()).isZero();
  }

  /** As the host would hand it over before anything is filed. */
  private SmsMessage plain() {
    SmsMessage any = message();
    return new SmsMessage(any.attemptId(), any.to(), any.text(), any.signature(), any.template(), any.variables());
  }

  @Test
  void aNewOwnerMayTryWithTheGatewaysOwnTemplate() {
    settings().save("cloopen.test-template", true);
    SmsMessage code = plain();
    SmsMessage noCode = new SmsMessage("n1", code.to(), "欢迎", "店铺", "welcome", Map.of("shop_name", "x"));

    assertThat(channel().send(code)).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(noCode), "TEMPLATE", "template-missing");

    assertThat(cloopen.inbox(code.to().national())).extracting(SimulatedSms::text)
        .containsExactly("【云通讯】您使用的是云通讯短信模板，您的验证码是830517，请于5分钟内正确输入");
  }

  @Test
  void anAccountThatHasNotPaidReachesTestNumbersOnly() {
    settings().save("cloopen.test-template", true);
    cloopen.simulator().paid(false);
    SmsMessage code = plain();
    assertOutcome(channel().send(code), "TEMPLATE", "test-template-only");

    cloopen.simulator().testNumber(code.to().national());
    assertThat(channel().send(code)).isInstanceOf(Accepted.class);
  }

  @Test
  void aRepeatedAttemptIsSentOnceAndLeftOpen() {
    SmsMessage message = message();
    assertThat(channel().dedupes()).isTrue();
    assertThat(channel().send(message)).isInstanceOf(Accepted.class);

    assertOutcome(channel().send(message), "UNKNOWN", "repeated-request");
    assertThat(cloopen.inbox(message.to().national())).hasSize(1);

    cloopen.fault(Fault.of(Mode.CLOSE), 1);
    SmsMessage lost = message();
    assertOutcome(channel().send(lost), "UNKNOWN", "answer-broken");
    channel().send(lost);
    assertThat(cloopen.inbox(lost.to().national())).hasSize(1);
  }

  @Test
  void aTextLongerThanTheSettingIsNotTried() {
    settings().save("cloopen.longest-text", 20);
    // 【店铺】 counts, and a character beyond the basic plane is one.
    assertThat(channel().send(message("𠮷".repeat(16)))).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message("𠮷".repeat(17))), "TEXT", "text-too-long");
    assertThat(cloopen.arrivals()).isEqualTo(1);

    settings().save("cloopen.longest-text", 1000);
    assertOutcome(channel().send(message("长".repeat(300))), "TEXT", "text-too-long");
    assertThat(cloopen.arrivals()).isEqualTo(2);
  }

  @Test
  void numbersAbroadAreNotTried() {
    SmsMessage any = message();
    SmsMessage abroad = new SmsMessage("a", new PhoneNumber("+85291234567"), any.text(), "店铺", "register",
        any.variables(), any.filed());

    assertOutcome(channel().send(abroad), "NUMBER", "number-abroad");
    assertThat(cloopen.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource({
    "cloopen.account-sid, somebody, CREDENTIALS, no-account",
    "cloopen.auth-token, wrong, CREDENTIALS, wrong-signature",
    "cloopen.app-id, another, CREDENTIALS, no-app",
    "cloopen.sub-append, 12345, NOT_CONFIGURED, extension-wrong"
  })
  void aWrongSettingIsNamedByTheGateway(String key, String value, String cause, String explanation) {
    settings().save(key, value);
    assertOutcome(channel().send(message()), cause, explanation);
  }

  @ParameterizedTest
  @CsvSource({"49, timestamp-expired", "-49, timestamp-wrong"})
  void aClockThatIsDaysOffIsNamed(int hours, String explanation) {
    cloopen.simulator().clockError(Duration.ofHours(hours));
    assertOutcome(channel().send(message()), "UNAVAILABLE", explanation);
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void manyPhonesGetOneCall(String format) {
    settings().save("cloopen.format", format);
    SmsBulkSender bulk = (SmsBulkSender) channel();
    assertThat(bulk.mostNumbers()).isEqualTo(200);

    assertThat(bulk.sendToMany(to(200))).isInstanceOfSatisfying(Accepted.class, accepted ->
        assertThat(accepted.gatewayId()).matches("[0-9a-f]{32}"));

    assertThat(cloopen.arrivals()).isEqualTo(1);
    assertThat(cloopen.simulator().sent()).isEqualTo(200);
    assertOutcome(bulk.sendToMany(to(201)), "UNAVAILABLE", "over-200-numbers");
    settings().save("cloopen.most-numbers", 100);
    assertThat(bulk.mostNumbers()).isEqualTo(100);
  }

  @Test
  void aPhoneThatStandsTwiceIsSentToOnce() {
    BulkSms one = to(1);
    List<PhoneNumber> twice = new ArrayList<>(Collections.nCopies(2, one.to().get(0)));

    assertThat(((SmsBulkSender) channel()).sendToMany(new BulkSms(
        "b2", twice, one.text(), "店铺", "register", Map.of(), one.filed()))).isInstanceOf(Accepted.class);
    assertThat(cloopen.simulator().sent()).isEqualTo(1);
  }

  private BulkSms to(int phones) {
    SmsMessage any = message();
    List<PhoneNumber> all = IntStream.range(0, phones)
        .mapToObj(i -> new PhoneNumber("+861390013" + String.format("%04d", i))).toList();
    return new BulkSms(any.attemptId(), all, any.text(), "店铺", "register", any.variables(), any.filed());
  }

  @ParameterizedTest
  @ValueSource(strings = {"json", "xml"})
  void theAccountTellsWhetherItWorksAndWhatIsLeft(String format) {
    settings().save("cloopen.format", format);
    cloopen.simulator().balance(new BigDecimal("12.3456"));

    Connection connection = ((SmsConnectionTest) channel()).testConnection();
    Balance balance = ((SmsBalanceSource) channel()).balance();

    assertThat(connection.works()).isTrue();
    assertThat(connection.answer().explanation()).isEmpty();
    assertThat(balance.amount()).contains(new BigDecimal("12.3456"));
    assertThat(balance.unit()).isEqualTo(SmsBalanceSource.Unit.MONEY);
    assertThat(balance.answer().explanation()).isEmpty();
    assertThat(cloopen.simulator().sent()).isZero();
  }

  @Test
  void anAccountThatIsRefusedOrSilentIsExplained() {
    settings().save("cloopen.auth-token", "wrong");
    Connection connection = ((SmsConnectionTest) channel()).testConnection();
    assertThat(connection.works()).isFalse();
    assertThat(connection.answer().explanation()).isEqualTo("cloopen.error.wrong-signature");
    assertThat(balanceAnswer().explanation()).isEqualTo("cloopen.error.wrong-signature");

    cloopen.fault(Fault.answer(200, Map.of(), "{\"statusCode\":\"000000\",\"Account\":{\"balance\":\"much\"}}"), 1);
    assertThat(balanceAnswer().explanation()).isEqualTo("cloopen.error.balance-missing");
    cloopen.fault(Fault.of(Mode.MALFORMED), 1);
    assertThat(balanceAnswer().explanation()).isEqualTo("gateway.error.answer-unreadable");
    cloopen.unconfigure(settings());
    assertThat(balanceAnswer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(((SmsConnectionTest) channel()).testConnection().works()).isFalse();
  }

  private GatewayAnswer balanceAnswer() {
    Balance balance = ((SmsBalanceSource) channel()).balance();
    assertThat(balance.amount()).isEmpty();
    return balance.answer();
  }

  @Test
  void aUsedUpBalanceIsTheQuota() {
    cloopen.simulator().balance(BigDecimal.ZERO);
    assertOutcome(channel().send(message()), "QUOTA", "balance");
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "cloopen.account-sid | '' | cloopen.account-sid | cloopen.check.account-sid-missing",
    "cloopen.auth-token | '' | cloopen.auth-token | cloopen.check.auth-token-missing",
    "cloopen.auth-token | 'a b' | cloopen.auth-token | cloopen.check.auth-token-malformed",
    "cloopen.app-id | ' ' | cloopen.app-id | cloopen.check.app-id-missing",
    "cloopen.zone | Middle/Earth | cloopen.zone | cloopen.check.zone-unknown",
    "cloopen.zone | '' | cloopen.zone | cloopen.check.zone-unknown",
    "cloopen.address | 'not an address' | cloopen.address | cloopen.check.address-malformed",
    "cloopen.address | ftp://x | cloopen.address | cloopen.check.address-malformed",
    "cloopen.address | https://user:pass@x | cloopen.address | cloopen.check.address-malformed",
    "cloopen.address | https://x?y=z | cloopen.address | cloopen.check.address-malformed"
  })
  void aWrongSettingIsRefusedBesideItsField(String changed, String value, String key, String message) {
    settings().save(changed, value);

    assertThat(settings().group("cloopen").check().problems(settings()))
        .containsExactly(new SettingProblem(key, message)).isEqualTo(channel().problems());
  }

  @Test
  void thePageCanBeSavedBeforeTheAccountIsAtHand() {
    settings().save("cloopen.account-sid", "").save("cloopen.auth-token", "").save("cloopen.app-id", "");

    assertThat(settings().group("cloopen").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).hasSize(3);
  }

  @Test
  void theGatewayListsAddresses() {
    settings().save("cloopen.address", "https://sandboxapp.cloopen.com:8883");
    assertThat(channel().registersAddresses()).contains(URI.create("https://sandboxapp.cloopen.com:8883"));
    settings().save("cloopen.address", "nowhere");
    assertThat(channel().registersAddresses()).isEmpty();
  }
}
