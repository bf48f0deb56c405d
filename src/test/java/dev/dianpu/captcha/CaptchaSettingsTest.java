package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SettingField;
import java.util.EnumSet;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A form without settings would be an error page at the first visit. */
class CaptchaSettingsTest {

  @Test
  void everyFormHasASwitchAndAKind() {
    List<String> keys = new CaptchaSettings().groups().get(0).fields().stream().map(SettingField::key).toList();
    for (CaptchaForm form : EnumSet.complementOf(EnumSet.of(CaptchaForm.SECOND))) {
      assertThat(keys).contains("captcha." + form.code(), CaptchaSettings.kind(form));
    }
  }
}
