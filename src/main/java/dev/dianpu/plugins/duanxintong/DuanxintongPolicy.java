package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import java.time.Duration;
import java.util.List;
import java.util.Optional;

/** What the settings of 短信通 allow. */
record DuanxintongPolicy(Settings settings, Notices notices) implements PhonePolicy {

  @Override
  public Optional<CodePolicy> code(Purpose purpose) {
    return text(purpose).map(key -> new CodePolicy(number(DuanxintongPlugin.DIGITS),
        Duration.ofMinutes(settings.number(DuanxintongPlugin.MINUTES)), settings.text(key)));
  }

  /** The setting with the text for a purpose. What protects an account has no switch: only features have. */
  private Optional<String> text(Purpose purpose) {
    return switch (purpose) {
      case REGISTER -> when(DuanxintongPlugin.REGISTER, DuanxintongPlugin.REGISTER_TEXT);
      case BIND_PHONE, UNBIND_PHONE -> when(DuanxintongPlugin.CHANGE_PHONE, DuanxintongPlugin.BIND_TEXT);
      case CHANGE_PASSWORD -> Optional.of(DuanxintongPlugin.PASSWORD_TEXT);
      case CHANGE_EMAIL, CONFIRM -> Optional.of(DuanxintongPlugin.CONFIRM_TEXT);
      case ADMIN_LOGIN -> Optional.of(DuanxintongPlugin.ADMIN_LOGIN_TEXT);
      case LOGIN -> when(DuanxintongPlugin.LOGIN_CODE, DuanxintongPlugin.LOGIN_CODE_TEXT);
      case RESET_PASSWORD -> when(DuanxintongPlugin.RESET, DuanxintongPlugin.RESET_TEXT);
    };
  }

  private Optional<String> when(String feature, String text) {
    return settings.on(feature) ? Optional.of(text) : Optional.empty();
  }

  @Override
  public boolean loginWithPassword() {
    return settings.on(DuanxintongPlugin.LOGIN);
  }

  @Override
  public SendLimits limits() {
    return LimitSettings.of(settings);
  }

  @Override
  public List<Preset> presets() {
    return LimitPresets.all();
  }

  @Override
  public boolean tellsOnPage() {
    return !settings.on(DuanxintongPlugin.TELL_OWNER);
  }

  @Override
  public Optional<String> takeNotice(PhoneNumber phone) {
    return notices.take(phone) ? Optional.of(settings.text(DuanxintongPlugin.TELL_OWNER_TEXT)) : Optional.empty();
  }

  @Override
  public Optional<String> takeStrangerNotice(PhoneNumber phone) {
    return notices.take(phone) ? Optional.of(settings.text(DuanxintongPlugin.NO_ACCOUNT_TEXT)) : Optional.empty();
  }

  @Override
  public Duration absence() {
    return Duration.ofDays(settings.number(DuanxintongPlugin.ABSENCE_DAYS));
  }

  @Override
  public boolean phoneRequiredForOrders() {
    return settings.on(DuanxintongPlugin.MUST_BIND);
  }

  @Override
  public Optional<String> changeNotice() {
    return when(DuanxintongPlugin.TELL_CHANGE, DuanxintongPlugin.TELL_CHANGE_TEXT).map(settings::text);
  }

  private int number(String key) {
    return Math.toIntExact(settings.number(key));
  }
}
