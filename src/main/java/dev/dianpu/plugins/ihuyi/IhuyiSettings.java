package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingGroup.Link;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.net.URI;
import java.util.ArrayList;
import java.util.List;

/** The channel's settings: as data for the settings page, and read for one call. */
final class IhuyiSettings {

  static final String ACCOUNT = "ihuyi.account";
  static final String API_KEY = "ihuyi.apikey";
  static final String PASSWORD = "ihuyi.password";
  static final String TEMPLATE_PASSWORD = "ihuyi.template-password";
  static final String HTTP_METHOD = "ihuyi.http-method";
  static final String FORMAT = "ihuyi.format";
  static final String MODE = "ihuyi.mode";
  static final String SIGNATURE = "ihuyi.signature";
  static final String ADDRESS = "ihuyi.address";
  static final String PATH = "ihuyi.path";
  static final String CONNECT_TIMEOUT = "ihuyi.connect-timeout";
  static final String READ_TIMEOUT = "ihuyi.read-timeout";
  static final String CONTENT_LENGTH = "ihuyi.content-length";
  static final String VARIABLE_LENGTH = "ihuyi.variable-length";
  static final String PHONE_MINUTE = "ihuyi.phone-minute";
  static final String PHONE_DAY = "ihuyi.phone-day";
  static final String CODE_DAY = "ihuyi.code-day";
  static final String CONTENT_MINUTE = "ihuyi.content-minute";
  static final String PHONE_BLACKLIST = "ihuyi.phone-blacklist";

  private static final int ORDER = 130;
  /** What stays one word in a query and a digest. */
  private static final String TOKEN = "[!-~]+";

  private IhuyiSettings() {}

  static SettingGroup group() {
    return SettingGroup.of(
            IhuyiPlugin.ID,
            ORDER,
            SettingField.text(ACCOUNT, "").matching(TOKEN),
            SettingField.secret(API_KEY),
            SettingField.choice(PASSWORD, "dynamic", List.of("dynamic", "static")),
            SettingField.choice(MODE, "text", List.of("text", "template")),
            SettingField.choice(SIGNATURE, "leading", List.of("leading", "trailing", "account")),
            SettingField.number(CONTENT_LENGTH, 500, 1, 5_000, ""),
            SettingField.number(VARIABLE_LENGTH, 8, 0, 500, ""),
            SettingField.number(PHONE_MINUTE, 5, 0, 100_000, "times"),
            SettingField.number(PHONE_DAY, 100, 0, 100_000, "times"),
            SettingField.number(CODE_DAY, 10, 0, 100_000, "times"),
            SettingField.number(CONTENT_MINUTE, 200, 0, 100_000, "times"),
            SettingField.number(PHONE_BLACKLIST, 50, 0, 100_000, "times"),
            SettingField.choice(TEMPLATE_PASSWORD, "plain", List.of("plain", "md5")),
            SettingField.choice(HTTP_METHOD, "post", List.of("post", "get")),
            SettingField.choice(FORMAT, "xml", List.of("xml", "json")),
            SettingField.url(ADDRESS, "https://106.ihuyi.com").mandatory(),
            SettingField.text(PATH, "/webservice/sms.php").mandatory().matching(GatewayAddress.PATH),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .checkedBy(wanted -> untouched(wanted) ? List.of() : saved(wanted))
        .linking(
            new Link("keys", "https://www.ihuyi.com/"),
            new Link("document", "https://www.ihuyi.com/api/sms.html"));
  }

  private static boolean untouched(Settings settings) {
    return settings.text(ACCOUNT).isBlank() && settings.secret(API_KEY).isBlank();
  }

  private static List<SettingProblem> saved(Settings wanted) {
    List<SettingProblem> problems = problems(wanted);
    smallerThanADay(wanted, PHONE_MINUTE, problems);
    smallerThanADay(wanted, CODE_DAY, problems);
    return problems;
  }

  /** 0 stands for no limit. */
  private static void smallerThanADay(Settings wanted, String key, List<SettingProblem> problems) {
    long day = wanted.number(PHONE_DAY);
    if (day > 0 && wanted.number(key) > day) {
      problems.add(new SettingProblem(key, "ihuyi.check.more-than-a-day", day));
    }
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    if (settings.text(ACCOUNT).isBlank()) {
      problems.add(new SettingProblem(ACCOUNT, "ihuyi.check.account-missing"));
    }
    String key = settings.secret(API_KEY).strip();
    if (key.isEmpty()) {
      problems.add(new SettingProblem(API_KEY, "ihuyi.check.apikey-missing"));
    } else if (!key.matches(TOKEN)) {
      problems.add(new SettingProblem(API_KEY, "ihuyi.check.apikey-malformed"));
    }
    String address = settings.text(ADDRESS);
    if (!GatewayAddress.wellFormed(address)) {
      problems.add(new SettingProblem(ADDRESS, "ihuyi.check.address-malformed"));
    } else if (GatewayAddress.inClear(address) && (!dynamic(settings) || !templatesByMd5(settings))) {
      problems.add(new SettingProblem(ADDRESS, "ihuyi.check.apikey-in-clear"));
    }
    return problems;
  }

  static boolean dynamic(Settings settings) {
    return settings.text(PASSWORD).equals("dynamic");
  }

  static boolean templatesByMd5(Settings settings) {
    return settings.text(TEMPLATE_PASSWORD).equals("md5");
  }

  /** Whether SMS are sent by the number of their template. */
  static boolean byTemplate(Settings settings) {
    return settings.text(MODE).equals("template");
  }

  /** Whether the gateway adds the signature of the account: nothing of ours is put beside the text then. */
  static boolean signedByGateway(Settings settings) {
    return byTemplate(settings) || settings.text(SIGNATURE).equals("account");
  }

  /** A text with the signature where the owner wants it. */
  static String signed(Settings settings, String text, String signature) {
    if (signedByGateway(settings) || signature.isBlank()) {
      return text;
    }
    String mark = "【" + signature + "】";
    return settings.text(SIGNATURE).equals("leading") ? mark + text : text + mark;
  }

  static URI address(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS), settings.text(PATH));
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }
}
