package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import java.time.Duration;
import java.util.Optional;

/** What the settings of 短信通 allow. */
record DuanxintongPolicy(Settings settings, Notices notices) implements PhonePolicy {

  @Override
  public Optional<CodePolicy> code(Purpose purpose) {
    if (purpose != Purpose.REGISTER || !settings.on(DuanxintongPlugin.REGISTER)) {
      return Optional.empty();
    }
    return Optional.of(new CodePolicy(number(DuanxintongPlugin.DIGITS),
        Duration.ofMinutes(settings.number(DuanxintongPlugin.MINUTES)), settings.text(DuanxintongPlugin.REGISTER_TEXT)));
  }

  @Override
  public boolean loginWithPassword() {
    return settings.on(DuanxintongPlugin.LOGIN);
  }

  @Override
  public SendLimits limits() {
    return new SendLimits(Duration.ofSeconds(settings.number(DuanxintongPlugin.PHONE_INTERVAL)),
        number(DuanxintongPlugin.PHONE_HOUR), number(DuanxintongPlugin.PHONE_DAY),
        number(DuanxintongPlugin.ADDRESS_HOUR), number(DuanxintongPlugin.RANGE_HOUR),
        number(DuanxintongPlugin.SITE_HOUR));
  }

  @Override
  public boolean tellsOnPage() {
    return !settings.on(DuanxintongPlugin.TELL_OWNER);
  }

  @Override
  public Optional<String> takeNotice(PhoneNumber phone) {
    return notices.take(phone) ? Optional.of(settings.text(DuanxintongPlugin.TELL_OWNER_TEXT)) : Optional.empty();
  }

  private int number(String key) {
    return Math.toIntExact(settings.number(key));
  }
}
