package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingGroup.Link;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.AliyunCredentials;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The channel's settings: as data for the settings page, and read for one call. */
final class ChanyooSettings {

  static final String AUTH = "chanyoo.auth";
  static final String APP_KEY = "chanyoo.appkey";
  static final String APP_SECRET = "chanyoo.appsecret";
  static final String APP_CODE = "chanyoo.appcode";
  static final String ADDRESS = "chanyoo.address";
  static final String PATH = "chanyoo.path";
  static final String CONNECT_TIMEOUT = "chanyoo.connect-timeout";
  static final String READ_TIMEOUT = "chanyoo.read-timeout";

  private static final String BY_KEY = "appkey";
  private static final String BY_CODE = "appcode";
  private static final int ORDER = 110;
  /** What a header can carry; a key pasted with a blank or a line feed inside is refused beside its field. */
  private static final String TOKEN = "[!-~]+";

  private ChanyooSettings() {}

  static SettingGroup group() {
    return SettingGroup.of(
            "chanyoo",
            ORDER,
            SettingField.choice(AUTH, BY_KEY, List.of(BY_KEY, BY_CODE)),
            SettingField.text(APP_KEY, "").matching(TOKEN),
            SettingField.secret(APP_SECRET),
            SettingField.secret(APP_CODE),
            SettingField.url(ADDRESS, "https://chanyoo.market.alicloudapi.com").mandatory(),
            SettingField.text(PATH, "/sendsms").mandatory().matching(GatewayAddress.PATH),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .onTab("duanxintong")
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted))
        .linking(
            new Link("buy", "https://market.aliyun.com/products/57126001/cmapi030182.html"),
            new Link("keys", "https://market.console.aliyun.com/#/bizlist"),
            new Link("template", "https://api.chanyoo.net/aliyun/template.html"));
  }

  /** Whether no key of any kind was entered yet: the rest of the tab may be saved before the keys are at hand. */
  private static boolean untouched(Settings settings) {
    return settings.text(APP_KEY).isBlank() && settings.secret(APP_SECRET).isBlank()
        && settings.secret(APP_CODE).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    boolean byCode = byCode(settings);
    if (byCode) {
      requireSecret(settings, APP_CODE, problems);
    } else {
      if (settings.text(APP_KEY).isBlank()) {
        problems.add(new SettingProblem(APP_KEY, "chanyoo.check.appkey-missing"));
      }
      requireSecret(settings, APP_SECRET, problems);
    }
    checkAddress(settings.text(ADDRESS), byCode, problems);
    return problems;
  }

  private static void requireSecret(Settings settings, String key, List<SettingProblem> problems) {
    String value = settings.secret(key).strip();
    String name = key.substring(key.indexOf('.') + 1);
    if (value.isEmpty()) {
      problems.add(new SettingProblem(key, "chanyoo.check." + name + "-missing"));
    } else if (!value.matches(TOKEN)) {
      problems.add(new SettingProblem(key, "chanyoo.check." + name + "-malformed"));
    }
  }

  /** An AppCode is the whole secret and travels with each request: in clear, anybody on the way could spend the SMS. */
  private static void checkAddress(String address, boolean byCode, List<SettingProblem> problems) {
    if (!GatewayAddress.wellFormed(address)) {
      problems.add(new SettingProblem(ADDRESS, "chanyoo.check.address-malformed"));
    } else if (byCode && GatewayAddress.inClear(address)) {
      problems.add(new SettingProblem(ADDRESS, "chanyoo.check.appcode-in-clear"));
    }
  }

  static AliyunCredentials credentials(Settings settings) {
    return byCode(settings)
        ? new AliyunCredentials.AppCode(settings.secret(APP_CODE).strip())
        : new AliyunCredentials.AppKey(settings.text(APP_KEY).strip(), settings.secret(APP_SECRET).strip());
  }

  static URI address(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS), settings.text(PATH));
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }

  private static boolean byCode(Settings settings) {
    return settings.text(AUTH).equals(BY_CODE);
  }
}
