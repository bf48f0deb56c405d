package dev.dianpu.plugins.duanxintong;

import static java.util.Map.entry;

import dev.dianpu.spi.PhonePolicy.Preset;
import java.util.List;
import java.util.Map;

/** Limits as the documents of others have them; where a document says nothing, the owner's value stays. */
final class LimitPresets {

  private static final String HOUR = "60";
  private static final String DAY = "1440";

  private LimitPresets() {}

  static List<Preset> all() {
    return List.of(ecshop(), zkeys(), ihuyi(), aliyun());
  }

  /** The original plugin: ecsdxt_smsgap 3600 s, five SMS of an address in 24 hours (then a ban for good, here none). */
  private static Preset ecshop() {
    return new Preset("ecshop", Map.of(
        LimitSettings.PHONE_INTERVAL, "3600",
        LimitSettings.ADDRESS_HOUR, "5", LimitSettings.ADDRESS_WINDOW, DAY,
        LimitSettings.RANGE_HOUR, "50", LimitSettings.RANGE_WINDOW, DAY));
  }

  /** Document 003, point 6: 10 codes per IP or member in an hour, 20 of the whole site in an hour. */
  private static Preset zkeys() {
    return new Preset("zkeys", Map.ofEntries(
        entry(LimitSettings.ADDRESS_HOUR, "10"), entry(LimitSettings.ADDRESS_WINDOW, HOUR),
        entry(LimitSettings.MEMBER_HOUR, "10"), entry(LimitSettings.MEMBER_WINDOW, HOUR),
        entry(LimitSettings.RANGE_HOUR, "20"), entry(LimitSettings.RANGE_WINDOW, HOUR),
        entry(LimitSettings.SITE_HOUR, "20"),
        entry(LimitSettings.SITE_DAY, "480")));
  }

  /**
   * Document 004: 10 codes to a phone in a day (4085); 120 s between two and 10 in a day for an address are the defaults
   * of ihuyi's own plugin. Its limits of 5 a minute and 100 a day are wider than these and need no setting.
   */
  private static Preset ihuyi() {
    return new Preset("ihuyi", Map.of(
        LimitSettings.PHONE_INTERVAL, "120",
        LimitSettings.PHONE_DAY, "10", LimitSettings.PHONE_DAY_WINDOW, DAY,
        LimitSettings.ADDRESS_HOUR, "10", LimitSettings.ADDRESS_WINDOW, DAY,
        LimitSettings.RANGE_HOUR, "50", LimitSettings.RANGE_WINDOW, DAY));
  }

  /** Alibaba Cloud's defaults for codes: 1 a minute, 5 an hour, 10 a day to a phone. */
  private static Preset aliyun() {
    return new Preset("aliyun", Map.of(
        LimitSettings.PHONE_INTERVAL, "60",
        LimitSettings.PHONE_HOUR, "5", LimitSettings.PHONE_HOUR_WINDOW, HOUR,
        LimitSettings.PHONE_DAY, "10", LimitSettings.PHONE_DAY_WINDOW, DAY));
  }
}
