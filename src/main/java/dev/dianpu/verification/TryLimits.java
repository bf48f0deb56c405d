package dev.dianpu.verification;

import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** How many codes may be typed: per code, per phone and per address. None of them can be switched off. */
@ApplicationScoped
class TryLimits implements GroupSource {

  /** Of the group, which the host shows on the page of the limits. */
  static final String ID = "verification";
  private static final String CODE = "verification.code-tries";
  private static final String PHONE = "verification.phone-tries";
  private static final String PHONE_WINDOW = "verification.phone-window";
  private static final String ADDRESS = "verification.address-tries";
  private static final String ADDRESS_WINDOW = "verification.address-window";
  private static final int DAY = 1440;

  @Inject Settings settings;

  /** So many in so long. */
  record Limit(int most, Duration window) {}

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of(ID, -1,
        SettingField.number(CODE, 5, 1, 10, "times"),
        SettingField.number(PHONE, 15, 1, 100, "times"), SettingField.number(PHONE_WINDOW, DAY, 60, DAY, "minutes"),
        SettingField.number(ADDRESS, 30, 1, 10_000, "times"),
        SettingField.number(ADDRESS_WINDOW, 60, 1, DAY, "minutes")));
  }

  /** Tries of one code. */
  int code() {
    return (int) settings.number(CODE);
  }

  /** Tries of all codes of a phone. */
  Limit phone() {
    return new Limit((int) settings.number(PHONE), Duration.ofMinutes(settings.number(PHONE_WINDOW)));
  }

  /** Wrong codes typed from one address (IPv6: /64). */
  Limit address() {
    return new Limit((int) settings.number(ADDRESS), Duration.ofMinutes(settings.number(ADDRESS_WINDOW)));
  }
}
