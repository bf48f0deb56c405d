package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.plugins.zkeys.ZkeysPlugin;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.Fault.Mode;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.simulator.ZkeysSimulator;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsConnectionTest;
import dev.dianpu.spi.SmsConnectionTest.Connection;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.TokenHolder;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvFileSource;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** The contract for ZKEYS, on a wire that is ours, and its token. Arrivals are those of SMS; a token's are apart. */
class ZkeysContractTest extends SmsChannelContract {

  private final SimulatedUnderTest<ZkeysSimulator> zkeys = new SimulatedUnderTest<>(
      ZkeysSimulator.class, ZkeysPlugin::new,
      Map.of("zkeys.appid", ZkeysSimulator.APP_ID, "zkeys.secret", ZkeysSimulator.SECRET));

  @Override
  ChannelUnderTest underTest() {
    return zkeys;
  }

  private Connection connection() {
    return ((SmsConnectionTest) channel()).testConnection();
  }

  private SendOutcome answered(int status, String body) {
    zkeys.fault(Fault.answer(status, Map.of(), body), 1);
    return channel().send(message());
  }

  @ParameterizedTest
  @CsvFileSource(resources = "/contract/engine-faults.csv", delimiter = '|', numLinesToSkip = 1)
  void everyFaultOfTheDocumentIsANamedCause(String words, String cause, String label) {
    assertOutcome(answered(200, "{\"code\":1,\"msg\":\"" + words + "\"}"), cause, label);
  }

  @ParameterizedTest
  @CsvSource({"form, field", "form, bearer", "json, field", "json, bearer"})
  void theTokenIsFetchedOnceAndGoesWhereItIsWanted(String body, String place) {
    settings().save("zkeys.body", body).save("zkeys.token-place", place);
    SmsMessage message = message();

    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);

    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(1);
    assertThat(zkeys.inbox(message.to().national())).extracting(SimulatedSms::text)
        .containsExactly("【店铺】" + message.text());
  }

  @Test
  void aRefusedTokenIsRenewedOnceAndTheSmsSentOnce() {
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    zkeys.simulator().expire();
    SmsMessage message = message();

    assertThat(channel().send(message)).isInstanceOf(Accepted.class);

    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(2);
    assertThat(zkeys.arrivals()).isEqualTo(3);
    assertThat(zkeys.inbox(message.to().national())).hasSize(1);
  }

  @Test
  void aFreshTokenThatIsRefusedTooEndsIt() {
    zkeys.simulator().deny(true);

    SendOutcome outcome = channel().send(message());

    assertOutcome(outcome, "CREDENTIALS", "token-refused");
    assertThat(outcome.answer().text()).isEqualTo("token无效");
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(2);
    assertThat(zkeys.arrivals()).isEqualTo(2);
  }

  @Test
  void aStatus401AndTheDocumentsWordsRenewTheTokenToo() {
    zkeys.fault(Fault.answer(401, Map.of(), ""), 1);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    zkeys.fault(Fault.answer(200, Map.of(), "{\"code\":9,\"msg\":\"接口请求失败:access_token获取失败\"}"), 1);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(3);

    zkeys.fault(Fault.answer(500, Map.of(), "{\"code\":401}"), 1);
    assertThat(channel().send(message())).isInstanceOf(Unknown.class);
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(3);
  }

  @Test
  void theCachesClearedOrTheAccountChangedANewTokenIsFetched() {
    channel().send(message());
    ((TokenHolder) channel()).forgetToken();
    channel().send(message());
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(2);

    settings().save("zkeys.secret", "another");
    assertOutcome(channel().send(message()), "CREDENTIALS", "token-failed");
    assertThat(zkeys.arrivals()).isEqualTo(2);
  }

  @Test
  void aTokenThatIsOutOfDateIsNotUsed() {
    zkeys.simulator().tokenFault(Fault.answer(200, Map.of(),
        "{\"code\":0,\"data\":{\"access_token\":\"short\",\"expires_in\":0}}"), 1);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    assertThat(connection().works()).isTrue();
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(3);
  }

  /** Document 003, point 5: the clock is the first thing to look at. */
  @ParameterizedTest
  @CsvSource({"20, '本机时钟比网关慢 (1199|1200|1201) 秒'", "-20, '本机时钟比网关快 (1199|1200|1201) 秒'"})
  void aWrongClockIsToldInWords(int minutes, String words) {
    zkeys.simulator().clockError(Duration.ofMinutes(minutes));

    SendOutcome outcome = channel().send(message());

    assertOutcome(outcome, "CREDENTIALS", "token-failed");
    assertThat(outcome.answer().code()).isEqualTo("1005");
    assertThat(outcome.answer().text()).matches("接口请求失败:access_token获取失败（" + words + "）");
    assertThat(connection().answer().text()).containsPattern(words);
    assertThat(zkeys.arrivals()).isZero();
  }

  @Test
  void aRightClockIsToldToo() {
    settings().save("zkeys.appid", "somebody-else");
    assertThat(channel().send(message()).answer().text()).endsWith("（本机时钟与网关一致）");
    zkeys.simulator().tokenFault(Fault.answer(200, Map.of("Date", "yesterday"), "{\"code\":5,\"msg\":\"no\"}"), 1);
    assertThat(channel().send(message()).answer().text()).isEqualTo("no（网关没有给出时间，无法核对本机时钟）");
  }

  /** No SMS left, so another channel may send it, however the call for the token ended. */
  @ParameterizedTest
  @EnumSource(value = Mode.class, names = {"RESET", "CLOSE", "TRUNCATED", "SERVER_ERROR", "MALFORMED"})
  void withoutATokenNothingWasSent(Mode mode) {
    zkeys.simulator().tokenFault(Fault.of(mode), Integer.MAX_VALUE);

    SendOutcome outcome = channel().send(message());

    boolean answered = mode == Mode.SERVER_ERROR || mode == Mode.MALFORMED;
    assertOutcome(outcome, "UNAVAILABLE", answered ? "token-unreadable" : "token-lost");
    assertThat(zkeys.arrivals()).isZero();
    assertThat(connection().works()).isFalse();
  }

  @Test
  void theConnectionTestFetchesATokenAndSpendsNothing() {
    assertThat(connection().works()).isTrue();
    assertThat(connection().answer().explanation()).isEmpty();
    zkeys.pointAt(settings(), "http://127.0.0.1:1");
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.not-sent-refused");
    settings().save("zkeys.appid", "");
    assertThat(connection().answer().explanation()).isEqualTo("gateway.error.not-configured");
    assertThat(zkeys.arrivals()).isZero();
  }

  @Test
  void manyWhoWantATokenAtOnceWaitForOneCall() throws Exception {
    zkeys.simulator().tokenFault(Fault.of(Mode.SLOW, 500), 1);
    ExecutorService threads = Executors.newFixedThreadPool(32);
    try {
      List<Future<SendOutcome>> running =
          IntStream.range(0, 32).mapToObj(i -> threads.submit(() -> channel().send(message()))).toList();
      for (Future<SendOutcome> one : running) {
        assertThat(one.get()).isInstanceOf(Accepted.class);
      }
    } finally {
      threads.shutdownNow();
    }
    assertThat(zkeys.simulator().tokenRequests()).isEqualTo(1);
  }

  @Test
  void whatCannotBeSentIsNotTried() {
    assertOutcome(channel().send(new SmsMessage("a", new PhoneNumber("+85291234567"), "x", "店铺", "t", Map.of())),
        "NUMBER", "number-abroad");
    assertOutcome(channel().send(new SmsMessage("b", message().to(), "x", " ", "t", Map.of())),
        "NOT_CONFIGURED", "signature-missing");
    settings().save("zkeys.template-needed", true);
    assertOutcome(channel().send(message()), "TEMPLATE", "template-missing");
    assertThat(zkeys.simulator().tokenRequests()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', value = {
    "zkeys.appid | '' | zkeys.check.appid-missing", "zkeys.address | '' | zkeys.check.address-missing",
    "zkeys.address | ftp://x | zkeys.check.address-malformed", "zkeys.codes | x=y | zkeys.check.codes-malformed"
  })
  void aWrongSettingIsRefusedBesideItsField(String changed, String value, String message) {
    settings().save(changed, value);
    assertThat(settings().group("zkeys").check().problems(settings()))
        .containsExactly(new SettingProblem(changed, message));
    assertThat(PluginTexts.chinese(message)).containsKey(message);
    assertThat(PluginTexts.english(message)).containsKey(message);
  }

  @Test
  void anUntouchedPageMayBeSaved() {
    zkeys.unconfigure(settings());
    settings().save("zkeys.address", "");
    assertThat(settings().group("zkeys").check().problems(settings())).isEmpty();
    assertThat(channel().problems()).isNotEmpty();
  }
}
