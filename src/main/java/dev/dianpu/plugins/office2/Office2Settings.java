package dev.dianpu.plugins.office2;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayAmount;
import dev.dianpu.spi.gateway.GatewayCodes;
import dev.dianpu.spi.gateway.GatewayDigests;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.net.URI;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;

/**
 * The channel's settings: as data for the settings page, and read for one call. Document 003 names only the address;
 * the rest is what clients of the gateway agree on, and where they do not there is a setting.
 */
final class Office2Settings {

  static final String ACCOUNT = "office2.account";
  static final String PASSWORD = "office2.password";
  static final String AUTH_CODE = "office2.auth-code";
  static final String CHANNEL = "office2.channel";
  static final String SEND_TYPE = "office2.send-type";
  static final String ADDRESS = "office2.address";
  static final String STYLE = "office2.style";
  static final String CHARSET = "office2.charset";
  static final String SERVICE_PATH = "office2.service-path";
  static final String PAGE_PATH = "office2.page-path";
  static final String SIGNATURE_PLACE = "office2.signature-place";
  static final String CODES = "office2.codes";
  static final String BALANCE_METHOD = "office2.balance-method";
  static final String BALANCE_THIRD = "office2.balance-third";
  static final String BALANCE_PATTERN = "office2.balance-pattern";
  static final String BALANCE_UNIT = "office2.balance-unit";
  static final String CONNECT_TIMEOUT = "office2.connect-timeout";
  static final String READ_TIMEOUT = "office2.read-timeout";

  private static final int ORDER = 150;
  private static final String TOKEN = "[!-~]+";
  private static final String PATHS = GatewayAddress.PATH;

  private Office2Settings() {}

  static SettingGroup group() {
    return SettingGroup.of(
            "office2",
            ORDER,
            SettingField.text(ACCOUNT, "").matching(TOKEN),
            SettingField.secret(PASSWORD),
            SettingField.secret(AUTH_CODE),
            SettingField.text(CHANNEL, "").matching(TOKEN),
            SettingField.text(SEND_TYPE, "1").matching("[0-9]{1,3}"),
            SettingField.url(ADDRESS, "http://sms.2office.net:8080").mandatory(),
            SettingField.choice(STYLE, "asmx", List.of("asmx", "aspx")),
            SettingField.choice(CHARSET, "auto", List.of("auto", "utf-8", "gbk")),
            SettingField.text(SERVICE_PATH, "/WebService/SmsService.asmx").mandatory().matching(PATHS),
            SettingField.text(PAGE_PATH, "/WebService/sms3.aspx").mandatory().matching(PATHS),
            SettingField.choice(SIGNATURE_PLACE, "end", List.of("end", "front")),
            SettingField.textArea(CODES, ""),
            SettingField.text(BALANCE_METHOD, "GetSmsMoney").mandatory().matching("[A-Za-z0-9]{1,40}"),
            SettingField.text(BALANCE_THIRD, "channel").matching("[A-Za-z0-9_]{1,40}"),
            SettingField.text(BALANCE_PATTERN, "(?:0,)?([0-9]+(?:\\.[0-9]+)?)").mandatory(),
            SettingField.choice(BALANCE_UNIT, "money", List.of("money", "messages")),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted));
  }

  private static boolean untouched(Settings settings) {
    return settings.text(ACCOUNT).isBlank() && settings.secret(PASSWORD).isBlank()
        && settings.secret(AUTH_CODE).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    if (settings.text(ACCOUNT).isBlank()) {
      problems.add(new SettingProblem(ACCOUNT, "office2.check.account-missing"));
    }
    if (settings.secret(PASSWORD).isBlank()) {
      problems.add(new SettingProblem(PASSWORD, "office2.check.password-missing"));
    }
    if (settings.secret(AUTH_CODE).isBlank()) {
      problems.add(new SettingProblem(AUTH_CODE, "office2.check.auth-code-missing"));
    }
    if (!GatewayAddress.wellFormed(settings.text(ADDRESS))) {
      problems.add(new SettingProblem(ADDRESS, "office2.check.address-malformed"));
    }
    if (GatewayCodes.parse(settings.text(CODES)).isEmpty()) {
      problems.add(new SettingProblem(CODES, "office2.check.codes-malformed"));
    }
    if (!GatewayAmount.isPattern(settings.text(BALANCE_PATTERN))) {
      problems.add(new SettingProblem(BALANCE_PATTERN, "office2.check.balance-pattern-malformed"));
    }
    return problems;
  }

  /** What goes over the wire for a password: lower-case MD5 of login password and authorisation code. */
  static String digest(Settings settings) {
    return GatewayDigests.md5(settings.secret(PASSWORD).strip() + settings.secret(AUTH_CODE).strip());
  }

  private static boolean page(Settings settings) {
    return settings.text(STYLE).equals("aspx");
  }

  /** By itself UTF-8 for the service and GBK for the page. */
  static Charset charset(Settings settings) {
    String chosen = settings.text(CHARSET);
    return Charset.forName(chosen.equals("auto") ? page(settings) ? "gbk" : "utf-8" : chosen);
  }

  static URI sending(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS),
        page(settings) ? settings.text(PAGE_PATH) : settings.text(SERVICE_PATH).strip() + "/SendSms3");
  }

  static URI service(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS), settings.text(SERVICE_PATH));
  }

  static URI balance(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS),
        settings.text(SERVICE_PATH).strip() + "/" + settings.text(BALANCE_METHOD).strip());
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }
}
