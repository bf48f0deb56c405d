package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SettingProblem;
import java.net.URI;
import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Which settings of 互亿无线 are refused, and what follows from them. */
class IhuyiSettingsTest extends ChannelTest {

  private final IhuyiUnderTest ihuyi = new IhuyiUnderTest();

  @Override
  ChannelUnderTest underTest() {
    return ihuyi;
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
}
