package dev.dianpu.plugins.zkeys;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingGroup.Link;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.EngineWire;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/**
 * The channel's settings. Document 003 names AppId and SignName, and a token that is fetched with what is entered for
 * the official interface; the wire format is not public, so the rest describes it, with defaults that are guesses.
 */
final class ZkeysSettings {

  static final String ADDRESS = "zkeys.address";
  static final String APP_ID = "zkeys.appid";
  static final String SECRET = "zkeys.secret";
  static final String SIGN_NAME = "zkeys.signname";
  static final String TOKEN_PLACE = "zkeys.token-place";
  static final String TOKEN_SECONDS = "zkeys.token-seconds";
  static final EngineWire WIRE = new EngineWire("zkeys");

  private static final int ORDER = 160;
  private static final String TOKEN = "[!-~]+";

  private ZkeysSettings() {}

  static SettingGroup group() {
    Stream<SettingField> named = Stream.of(
        SettingField.text(APP_ID, "").matching(TOKEN),
        SettingField.text(SIGN_NAME, "").matching("(?=.{2,12}$)" + SettingField.SIGNATURE),
        SettingField.secret(SECRET),
        SettingField.url(ADDRESS, ""),
        WIRE.path("token-path", "/api/token"),
        WIRE.name("appid-field", "appid").mandatory(),
        WIRE.name("secret-field", "secret"),
        WIRE.name("time-field", "timestamp"),
        WIRE.place("answer-token", "data.access_token").mandatory(),
        WIRE.place("answer-seconds", "data.expires_in"),
        SettingField.number(TOKEN_SECONDS, 7200, 60, 86_400, "seconds"),
        SettingField.choice(TOKEN_PLACE, "field", List.of("field", "bearer")),
        WIRE.name("token-field", "access_token").mandatory(),
        SettingField.text(WIRE.key("token-refused"), "401"));
    SettingField[] fields =
        Stream.concat(named, WIRE.fields("/api/sms/send").stream()).toArray(SettingField[]::new);
    return SettingGroup.of("zkeys", ORDER, fields)
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted))
        .linking(
            new Link("setup", "https://www.apayun.com/doc/409.html"),
            new Link("console", "https://www.apayun.com/"));
  }

  private static boolean untouched(Settings settings) {
    return settings.text(APP_ID).isBlank() && settings.secret(SECRET).isBlank() && settings.text(ADDRESS).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>(WIRE.problems(settings));
    if (settings.text(APP_ID).isBlank()) {
      problems.add(new SettingProblem(APP_ID, "zkeys.check.appid-missing"));
    }
    return problems;
  }

  static boolean inHeader(Settings settings) {
    return settings.text(TOKEN_PLACE).equals("bearer");
  }
}
