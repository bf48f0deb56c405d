package dev.dianpu.plugins.upstream;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingGroup.Link;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.EngineWire;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.stream.Stream;

/**
 * The channel's settings. Document 003 names address, member id, secret and signature; the wire format is not public,
 * so the rest describes it, with defaults that are guesses.
 */
final class UpstreamSettings {

  static final String ADDRESS = "upstream.address";
  static final String MEMBER = "upstream.member";
  static final String SECRET = "upstream.secret";
  static final String SIGN_NAME = "upstream.signname";
  static final EngineWire WIRE = new EngineWire("upstream");

  private static final int ORDER = 170;
  /** What the channel appends by itself. */
  private static final String APPENDED = "/api/sms";

  private UpstreamSettings() {}

  static SettingGroup group() {
    Stream<SettingField> named = Stream.of(
        SettingField.url(ADDRESS, ""),
        SettingField.text(MEMBER, "").matching("[0-9]{1,20}"),
        SettingField.secret(SECRET),
        SettingField.text(SIGN_NAME, "").matching("(?=.{2,12}$)" + SettingField.SIGNATURE),
        WIRE.name("member-field", "member_id").mandatory(),
        WIRE.name("secret-field", "secret").mandatory());
    SettingField[] fields =
        Stream.concat(named, WIRE.fields(APPENDED + "/").stream()).toArray(SettingField[]::new);
    return SettingGroup.of("upstream", ORDER, fields)
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted))
        .linking(new Link("setup", "https://www.apayun.com/doc/409.html"));
  }

  private static boolean untouched(Settings settings) {
    return settings.text(ADDRESS).isBlank() && settings.text(MEMBER).isBlank() && settings.secret(SECRET).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>(WIRE.problems(settings));
    // Document 003: entered with it, the platform answers that the template's number is empty.
    if (settings.text(ADDRESS).toLowerCase(Locale.ROOT).contains(APPENDED)) {
      problems.add(new SettingProblem(ADDRESS, "upstream.check.address-with-path"));
    }
    if (settings.text(MEMBER).isBlank()) {
      problems.add(new SettingProblem(MEMBER, "upstream.check.member-missing"));
    }
    if (settings.secret(SECRET).isBlank()) {
      problems.add(new SettingProblem(SECRET, "upstream.check.secret-missing"));
    }
    return problems;
  }
}
