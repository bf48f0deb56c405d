package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingGroup.Link;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.net.URI;
import java.time.DateTimeException;
import java.time.ZoneId;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The channel's settings: as data for the settings page, and read for one call. */
final class CloopenSettings {

  static final String ACCOUNT_SID = "cloopen.account-sid";
  static final String AUTH_TOKEN = "cloopen.auth-token";
  static final String APP_ID = "cloopen.app-id";
  static final String FORMAT = "cloopen.format";
  static final String TEST_TEMPLATE = "cloopen.test-template";
  static final String SUB_APPEND = "cloopen.sub-append";
  static final String MOST_NUMBERS = "cloopen.most-numbers";
  static final String LONGEST_TEXT = "cloopen.longest-text";
  static final String PRODUCT_TYPE = "cloopen.product-type";
  static final String PRODUCT_ADDRESS = "cloopen.product-address";
  static final String REPORTS_A_CALL = "cloopen.reports-a-call";
  static final String PUSH_ANSWER = "cloopen.push-answer";
  static final String ZONE = "cloopen.zone";
  static final String ADDRESS = "cloopen.address";
  static final String CONNECT_TIMEOUT = "cloopen.connect-timeout";
  static final String READ_TIMEOUT = "cloopen.read-timeout";

  /** The gateway's numbers of the kinds of product are their places in this list, from 1. */
  private static final List<String> PRODUCT_TYPES = List.of("released-app", "unreleased-app", "web");
  private static final int ORDER = 145;
  private static final String VERSION = "/2013-12-26";
  private static final String WORD = "[0-9A-Za-z]+";

  private CloopenSettings() {}

  static SettingGroup group() {
    return SettingGroup.of(
            CloopenPlugin.ID,
            ORDER,
            SettingField.text(ACCOUNT_SID, "").matching(WORD),
            SettingField.secret(AUTH_TOKEN),
            SettingField.text(APP_ID, "").matching(WORD),
            SettingField.onOff(TEST_TEMPLATE, false),
            SettingField.choice(FORMAT, "json", List.of("json", "xml")),
            SettingField.text(SUB_APPEND, "").matching("[0-9]{1,4}"),
            SettingField.number(MOST_NUMBERS, 200, 1, 200, ""),
            SettingField.number(LONGEST_TEXT, 250, 1, 1000, ""),
            SettingField.choice(PRODUCT_TYPE, "web", PRODUCT_TYPES),
            SettingField.url(PRODUCT_ADDRESS, ""),
            SettingField.number(REPORTS_A_CALL, 100, 1, 500, ""),
            SettingField.choice(PUSH_ANSWER, CloopenPushes.Answer.XML.choice(), CloopenPushes.Answer.choices()),
            SettingField.text(ZONE, "Asia/Shanghai").mandatory(),
            SettingField.url(ADDRESS, "https://app.cloopen.com:8883").mandatory(),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted))
        .linking(new Link("site", "https://www.yuntongxun.com/"));
  }

  /** Whether nothing of the account was entered yet: the rest of the page may be saved before. */
  private static boolean untouched(Settings settings) {
    return settings.text(ACCOUNT_SID).isBlank() && settings.secret(AUTH_TOKEN).isBlank()
        && settings.text(APP_ID).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    if (settings.text(ACCOUNT_SID).isBlank()) {
      problems.add(new SettingProblem(ACCOUNT_SID, "cloopen.check.account-sid-missing"));
    }
    String token = settings.secret(AUTH_TOKEN).strip();
    if (token.isEmpty()) {
      problems.add(new SettingProblem(AUTH_TOKEN, "cloopen.check.auth-token-missing"));
    } else if (!token.matches(WORD)) {
      problems.add(new SettingProblem(AUTH_TOKEN, "cloopen.check.auth-token-malformed"));
    }
    if (settings.text(APP_ID).isBlank()) {
      problems.add(new SettingProblem(APP_ID, "cloopen.check.app-id-missing"));
    }
    if (zoneNamed(settings.text(ZONE)).isEmpty()) {
      problems.add(new SettingProblem(ZONE, "cloopen.check.zone-unknown"));
    }
    if (!GatewayAddress.wellFormed(settings.text(ADDRESS))) {
      problems.add(new SettingProblem(ADDRESS, "cloopen.check.address-malformed"));
    }
    return problems;
  }

  private static Optional<ZoneId> zoneNamed(String name) {
    try {
      return Optional.of(ZoneId.of(name.strip()));
    } catch (DateTimeException unknown) {
      return Optional.empty();
    }
  }

  /** The gateway itself, as the owner entered it; empty while it is malformed. */
  static Optional<URI> gateway(Settings settings) {
    String address = settings.text(ADDRESS);
    return GatewayAddress.wellFormed(address) ? Optional.of(URI.create(address.strip())) : Optional.empty();
  }

  /** Below which all functions are. */
  static URI address(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS), VERSION + "/Accounts/" + settings.text(ACCOUNT_SID));
  }

  /** In which the gateway reads and writes times; Beijing's while the saved one is unknown. */
  static ZoneId zone(Settings settings) {
    return zoneNamed(settings.text(ZONE)).orElse(ZoneId.of("Asia/Shanghai"));
  }

  static boolean inXml(Settings settings) {
    return settings.text(FORMAT).equals("xml");
  }

  /** The gateway's number of the kind of product, for templates. */
  static String productType(Settings settings) {
    return Integer.toString(PRODUCT_TYPES.indexOf(settings.text(PRODUCT_TYPE)) + 1);
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }

  /** What must stand in no stored answer. */
  static String[] secrets(Settings settings) {
    return new String[] {
      settings.secret(AUTH_TOKEN).strip(), settings.text(ACCOUNT_SID).strip(), settings.text(APP_ID).strip()
    };
  }
}
