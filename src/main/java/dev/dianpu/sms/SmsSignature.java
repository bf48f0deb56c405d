package dev.dianpu.sms;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** The signature that stands before or after every text: what the owner set, or else the shop's name. */
@ApplicationScoped
public class SmsSignature {

  private static final int LONGEST = 16;

  @Inject Settings settings;

  /** Without its brackets 【】. */
  public String text() {
    String own = settings.text(SmsGroups.SIGNATURE);
    String text = (own.isEmpty() ? settings.text("shop.name") : own).replaceAll("(?!" + SettingField.SIGNATURE + ").", "").strip();
    return text.length() <= LONGEST ? text : text.substring(0, LONGEST);
  }
}
