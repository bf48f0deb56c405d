package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.PhonePolicy.ForPhone;
import dev.dianpu.spi.PhonePolicy.ForSite;
import dev.dianpu.spi.PhonePolicy.ForVisitor;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;

/**
 * 发送限额: how much may be sent. A limit of 0 is off, where the shop stays safe without it: the phone's day, the address,
 * its range and the shop's hour always have one. The interval is never below a minute: together with the minutes left,
 * which each text tells, no phone gets the same text twice.
 */
final class LimitSettings {

  static final String PHONE_INTERVAL = "duanxintong.phone-interval";
  static final String PHONE_HOUR = "duanxintong.phone-hour";
  static final String PHONE_HOUR_WINDOW = "duanxintong.phone-hour-window";
  static final String PHONE_DAY = "duanxintong.phone-day";
  static final String PHONE_DAY_WINDOW = "duanxintong.phone-day-window";
  static final String PREFIX_HOUR = "duanxintong.prefix-hour";
  static final String PREFIX_WINDOW = "duanxintong.prefix-window";
  static final String ADDRESS_HOUR = "duanxintong.address-hour";
  static final String ADDRESS_WINDOW = "duanxintong.address-window";
  static final String RANGE_HOUR = "duanxintong.range-hour";
  static final String RANGE_WINDOW = "duanxintong.range-window";
  static final String SESSION_HOUR = "duanxintong.session-hour";
  static final String SESSION_WINDOW = "duanxintong.session-window";
  static final String MEMBER_HOUR = "duanxintong.member-hour";
  static final String MEMBER_WINDOW = "duanxintong.member-window";
  static final String SITE_HOUR = "duanxintong.site-hour";
  static final String SITE_DAY = "duanxintong.site-day";
  static final String MONEY_HOUR = "duanxintong.money-hour";
  static final String MONEY_DAY = "duanxintong.money-day";

  static final int HOUR = 60;
  static final int DAY = 1440;
  private static final long TEN_THOUSANDTHS = 10_000;

  private LimitSettings() {}

  static SettingGroup group() {
    return SettingGroup.of(PhonePolicy.LIMITS_GROUP, -1,
        SettingField.number(PHONE_INTERVAL, 60, 60, 86_400, "seconds"),
        SettingField.number(PHONE_HOUR, 5, 0, 1000, "times"), window(PHONE_HOUR_WINDOW, HOUR),
        SettingField.number(PHONE_DAY, 10, 1, 1000, "times"), window(PHONE_DAY_WINDOW, DAY),
        SettingField.number(PREFIX_HOUR, 30, 0, 1_000_000, "times"), window(PREFIX_WINDOW, HOUR),
        SettingField.number(ADDRESS_HOUR, 10, 1, 1_000_000, "times"), window(ADDRESS_WINDOW, HOUR),
        SettingField.number(RANGE_HOUR, 50, 1, 1_000_000, "times"), window(RANGE_WINDOW, HOUR),
        SettingField.number(SESSION_HOUR, 10, 0, 1_000_000, "times"), window(SESSION_WINDOW, HOUR),
        SettingField.number(MEMBER_HOUR, 10, 0, 1_000_000, "times"), window(MEMBER_WINDOW, HOUR),
        SettingField.number(SITE_HOUR, 200, 1, 10_000_000, "times"),
        SettingField.number(SITE_DAY, 2000, 0, 100_000_000, "times"),
        SettingField.number(MONEY_HOUR, 20, 0, 100_000, "yuan"),
        SettingField.number(MONEY_DAY, 200, 0, 100_000, "yuan")).checkedBy(LimitSettings::contradictions);
  }

  private static SettingField window(String key, int minutes) {
    return SettingField.number(key, minutes, 1, DAY, "minutes");
  }

  static SendLimits of(Settings settings) {
    return new SendLimits(
        new ForPhone(Duration.ofSeconds(settings.number(PHONE_INTERVAL)),
            limit(settings, PHONE_HOUR, PHONE_HOUR_WINDOW), limit(settings, PHONE_DAY, PHONE_DAY_WINDOW),
            limit(settings, PREFIX_HOUR, PREFIX_WINDOW)),
        limit(settings, ADDRESS_HOUR, ADDRESS_WINDOW), limit(settings, RANGE_HOUR, RANGE_WINDOW),
        new ForVisitor(limit(settings, SESSION_HOUR, SESSION_WINDOW), limit(settings, MEMBER_HOUR, MEMBER_WINDOW)),
        new ForSite(settings.number(SITE_HOUR), most(settings, SITE_DAY),
            money(settings, MONEY_HOUR), money(settings, MONEY_DAY)));
  }

  private static Limit limit(Settings settings, String most, String window) {
    return settings.number(most) == 0 ? Limit.none()
        : new Limit(settings.number(most), Duration.ofMinutes(settings.number(window)));
  }

  private static long most(Settings settings, String key) {
    return settings.number(key) == 0 ? Limit.NONE : settings.number(key);
  }

  private static long money(Settings settings, String key) {
    return settings.number(key) == 0 ? Limit.NONE : settings.number(key) * TEN_THOUSANDTHS;
  }

  /** Values that are fine alone and wrong together: of two limits one would never be reached. */
  private static List<SettingProblem> contradictions(Settings wanted) {
    List<SettingProblem> problems = new ArrayList<>();
    long fewWindow = wanted.number(PHONE_HOUR_WINDOW);
    if (wanted.number(PHONE_DAY_WINDOW) < fewWindow) {
      problems.add(new SettingProblem(PHONE_DAY_WINDOW, "duanxintong.problem.day-shorter-than-hour"));
    }
    if (wanted.number(PHONE_HOUR) > wanted.number(PHONE_DAY)) {
      problems.add(new SettingProblem(PHONE_DAY, "duanxintong.problem.day-below-hour"));
    }
    if (wanted.number(ADDRESS_HOUR) > wanted.number(RANGE_HOUR)
        && wanted.number(ADDRESS_WINDOW) <= wanted.number(RANGE_WINDOW)) {
      problems.add(new SettingProblem(RANGE_HOUR, "duanxintong.problem.range-below-address"));
    }
    if (wanted.number(RANGE_HOUR) > wanted.number(SITE_HOUR) && wanted.number(RANGE_WINDOW) <= HOUR) {
      problems.add(new SettingProblem(SITE_HOUR, "duanxintong.problem.site-below-range"));
    }
    below(wanted, SITE_HOUR, SITE_DAY, problems);
    below(wanted, MONEY_HOUR, MONEY_DAY, problems);
    return problems;
  }

  private static void below(Settings wanted, String hour, String day, List<SettingProblem> problems) {
    if (wanted.number(day) > 0 && wanted.number(day) < wanted.number(hour)) {
      problems.add(new SettingProblem(day, "duanxintong.problem.whole-day-below-hour"));
    }
  }
}
