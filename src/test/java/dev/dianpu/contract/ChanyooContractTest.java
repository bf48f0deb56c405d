package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsMessage;
import java.time.Duration;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The contract for chanyoo, and what is particular to it: two ways to prove oneself, quota, templates, settings. */
class ChanyooContractTest extends SmsChannelContract {

  private final ChanyooUnderTest chanyoo = new ChanyooUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return chanyoo;
  }

  @Test
  void anAppCodeSendsToo() {
    settings().save("chanyoo.auth", "appcode").save("chanyoo.appcode", ChanyooSimulator.APP_CODE);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);

    settings().save("chanyoo.appcode", "another-code");
    assertOutcome(channel().send(message()), "CREDENTIALS", "invalid-appcode");

    settings().save("chanyoo.appcode", ChanyooSimulator.APP_CODE);
    chanyoo.simulator().quota(0);
    assertOutcome(channel().send(message()), "QUOTA", "subscription-exhausted");
  }

  @Test
  void aWrongKeyIsACredentialsProblem() {
    settings().save("chanyoo.appkey", "somebody-else");
    assertOutcome(channel().send(message()), "CREDENTIALS", "invalid-appkey");
  }

  @Test
  void aUsedUpPackageIsTheQuotaOfTheDocument() {
    chanyoo.simulator().quota(1);
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    SendOutcome outcome = channel().send(message());
    assertOutcome(outcome, "QUOTA", "quota-exhausted");
    assertThat(outcome.answer().code()).isEqualTo("403");
    assertThat(outcome.answer().text()).isEqualTo("Quota Exhausted");
    assertThat(outcome.answer().requestId()).isNotBlank();
  }

  @Test
  void aClockThatIsTwentyMinutesOffIsNamed() {
    chanyoo.simulator().clockError(Duration.ofMinutes(20));
    assertOutcome(channel().send(message()), "UNAVAILABLE", "timestamp-expired");
  }

  @Test
  void aTemplateThatIsNotFiledIsNamedAndAFiledOneIsSent() {
    chanyoo.simulator().templates(List.of("您的验证码是{变量}，{变量}分钟内有效。"));
    assertThat(channel().send(message())).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message("别的内容")), "TEMPLATE", "result-template-not-filed");
  }

  @Test
  void theSameTextToTheSamePhoneIsNamedAsSuch() {
    SmsMessage message = message();
    assertThat(channel().send(message)).isInstanceOf(Accepted.class);
    assertOutcome(channel().send(message), "SAME_CONTENT", "result-too-frequent");
  }

  @Test
  void whatChanyooCannotSendIsNotTried() {
    SmsMessage any = message();
    SmsMessage abroad =
        new SmsMessage("a", new PhoneNumber("+85291234567"), any.text(), "店铺", "register", any.variables());
    SmsMessage unsigned = new SmsMessage("b", any.to(), any.text(), " ", "register", any.variables());

    assertOutcome(channel().send(abroad), "NUMBER", "number-abroad");
    assertOutcome(channel().send(unsigned), "NOT_CONFIGURED", "signature-missing");
    assertThat(chanyoo.arrivals()).isZero();
  }

  @ParameterizedTest
  @CsvSource(delimiter = '|', nullValues = "-", value = {
    "chanyoo.appkey | '' | chanyoo.appkey | chanyoo.check.appkey-missing",
    "chanyoo.appsecret | '' | chanyoo.appsecret | chanyoo.check.appsecret-missing",
    "chanyoo.appsecret | 'a b' | chanyoo.appsecret | chanyoo.check.appsecret-malformed",
    "chanyoo.auth | appcode | chanyoo.appcode | chanyoo.check.appcode-missing",
    "chanyoo.address | 'not an address' | chanyoo.address | chanyoo.check.address-malformed",
    "chanyoo.address | ftp://x | chanyoo.address | chanyoo.check.address-malformed",
    "chanyoo.address | https://user:pass@x | chanyoo.address | chanyoo.check.address-malformed",
    "chanyoo.address | https://x?y=z | chanyoo.address | chanyoo.check.address-malformed"
  })
  void settingsThatContradictEachOtherAreRefusedBesideTheirField(
      String changed, String value, String key, String message) {
    settings().save(changed, value);

    List<SettingProblem> problems =
        settings().group(channel().id()).check().problems(settings());

    assertThat(problems).containsExactly(new SettingProblem(key, message));
    assertThat(channel().problems()).isEqualTo(problems);
  }

  @Test
  void theRestOfTheTabCanBeSavedBeforeTheKeysAreAtHand() {
    settings().save("chanyoo.appkey", "").save("chanyoo.appsecret", "");

    assertThat(settings().group(channel().id()).check().problems(settings())).isEmpty();
    assertThat(channel().problems()).isNotEmpty();
  }

  @ParameterizedTest
  @CsvSource({
    "http://gateway.example, false", "http://10.0.0.1, false", "http://127.0.0.1.gateway.example, false",
    "http://127.0.0.1:8090, true", "http://localhost:8090, true", "http://[::1]:8090, true",
    "https://gateway.example, true"
  })
  void anAppCodeTravelsInClearWithinThisMachineOnly(String address, boolean fine) {
    settings().save("chanyoo.auth", "appcode").save("chanyoo.appcode", "code").save("chanyoo.address", address);

    assertThat(channel().problems()).isEqualTo(
        fine ? List.of() : List.of(new SettingProblem("chanyoo.address", "chanyoo.check.appcode-in-clear")));
  }
}
