package dev.dianpu.plugins.duanxintong;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.Preset;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/** The limits as the owner sets them, and those of others that he may take over. */
class LimitSettingsTest {

  private static final SettingGroup GROUP = LimitSettings.group();
  private static final Map<String, SettingField> FIELDS =
      GROUP.fields().stream().collect(Collectors.toMap(SettingField::key, Function.identity()));

  /** Values over the defaults. */
  private record Saved(Map<String, String> values) implements Settings {
    @Override
    public String text(String key) {
      return values.getOrDefault(key, FIELDS.get(key).defaultValue());
    }

    @Override
    public boolean on(String key) {
      return Boolean.parseBoolean(text(key));
    }

    @Override
    public long number(String key) {
      return Long.parseLong(text(key));
    }

    @Override
    public String secret(String key) {
      throw new IllegalArgumentException(key);
    }
  }

  static Stream<Preset> presets() {
    return LimitPresets.all().stream();
  }

  /** A preset that cannot be saved would be a dead end. */
  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetCanBeSavedOverTheDefaultsAndOverEveryOther(Preset preset) {
    for (Preset before : LimitPresets.all()) {
      Map<String, String> values = new HashMap<>(before.values());
      values.putAll(preset.values());
      assertThat(GROUP.check().problems(new Saved(values))).as(before.id()).isEmpty();
    }
    assertThat(GROUP.check().problems(new Saved(preset.values()))).isEmpty();
    preset.values().forEach((key, value) ->
        assertThat(Long.parseLong(value)).as(key).isBetween(FIELDS.get(key).min(), FIELDS.get(key).max()));
  }

  @ParameterizedTest
  @MethodSource("presets")
  void everyPresetHasItsTexts(Preset preset) {
    Messages messages = new Messages(List.of("messages/limits"), LimitSettingsTest.class.getClassLoader());
    assertThat(messages.has("limits.preset." + preset.id())).isTrue();
    assertThat(messages.has("limits.preset." + preset.id() + ".help")).isTrue();
  }

  @Test
  void theDocumentsValuesStandInThem() {
    assertThat(limits("zkeys").site().hour()).isEqualTo(20);
    assertThat(limits("zkeys").address()).isEqualTo(new Limit(10, Duration.ofHours(1)));
    assertThat(limits("zkeys").visitor().member()).isEqualTo(new Limit(10, Duration.ofHours(1)));
    assertThat(limits("ecshop").phone().interval()).isEqualTo(Duration.ofHours(1));
    assertThat(limits("ecshop").address()).isEqualTo(new Limit(5, Duration.ofDays(1)));
    assertThat(limits("ihuyi").phone().many()).isEqualTo(new Limit(10, Duration.ofDays(1)));
    assertThat(limits("aliyun").phone().few()).isEqualTo(new Limit(5, Duration.ofHours(1)));
  }

  private static SendLimits limits(String preset) {
    return LimitSettings.of(new Saved(presets().filter(one -> one.id().equals(preset)).findFirst().orElseThrow().values()));
  }

  @Test
  void zeroIsNoLimitWhereTheShopStaysSafeWithoutIt() {
    SendLimits limits = LimitSettings.of(new Saved(Map.of("duanxintong.phone-hour", "0", "duanxintong.prefix-hour", "0",
        "duanxintong.site-day", "0", "duanxintong.money-day", "0", "duanxintong.money-hour", "3")));
    assertThat(limits.phone().few()).isEqualTo(Limit.none());
    assertThat(limits.phone().prefix()).isEqualTo(Limit.none());
    assertThat(limits.site().day()).isEqualTo(Limit.NONE);
    assertThat(limits.site().moneyDay()).isEqualTo(Limit.NONE);
    assertThat(limits.site().moneyHour()).as("ten-thousandths of a yuan").isEqualTo(30_000);
    for (String always : List.of("phone-interval", "phone-day", "address-hour", "range-hour", "site-hour")) {
      assertThat(FIELDS.get("duanxintong." + always).min()).as(always).isPositive();
    }
  }

  /** A limit that is never reached is one that the owner believes in and does not have. */
  @Test
  void limitsThatContradictEachOtherAreRefusedBesideTheirFields() {
    assertThat(refused("phone-day", "3")).containsExactly("duanxintong.phone-day");
    assertThat(refused("phone-day-window", "30")).containsExactly("duanxintong.phone-day-window");
    assertThat(refused("range-hour", "9")).containsExactly("duanxintong.range-hour");
    assertThat(refused("site-hour", "49")).containsExactly("duanxintong.site-hour");
    assertThat(refused("site-day", "199")).containsExactly("duanxintong.site-day");
    assertThat(refused("money-day", "19")).containsExactly("duanxintong.money-day");
    assertThat(refused("money-day", "0")).isEmpty();
  }

  private static List<String> refused(String name, String value) {
    return GROUP.check().problems(new Saved(Map.of("duanxintong." + name, value))).stream()
        .map(SettingProblem::key).toList();
  }
}
