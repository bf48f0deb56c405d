package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayAddress;
import dev.dianpu.spi.gateway.GatewayAmount;
import dev.dianpu.spi.gateway.GatewayDigests;
import dev.dianpu.spi.gateway.GatewayTimeouts;
import java.nio.charset.Charset;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;

/**
 * The channel's settings: as data for the settings page, and read for one call. The gateway has several editions that
 * differ in port, transport and character set, and no public document: what clients disagree on is a setting.
 */
final class MandaoSettings {

  static final String SN = "mandao.sn";
  static final String PASSWORD = "mandao.password";
  static final String ADDRESS = "mandao.address";
  static final String PATH = "mandao.path";
  static final String TRANSPORT = "mandao.transport";
  static final String OPERATION = "mandao.operation";
  static final String CHARSET = "mandao.charset";
  static final String CONTENT_ENCODING = "mandao.content-encoding";
  static final String SIGNATURE_PLACE = "mandao.signature-place";
  static final String EXT = "mandao.ext";
  static final String MSGFMT = "mandao.msgfmt";
  static final String MOST_NUMBERS = "mandao.most-numbers";
  static final String BALANCE_OPERATION = "mandao.balance-operation";
  static final String BALANCE_ADDRESS = "mandao.balance-address";
  static final String BALANCE_PATTERN = "mandao.balance-pattern";
  static final String RECEIPT_MOBILE = "mandao.receipt-mobile";
  static final String RECEIPT_RRID = "mandao.receipt-rrid";
  static final String RECEIPT_STATUS = "mandao.receipt-status";
  static final String RECEIPT_DELIVERED = "mandao.receipt-delivered";
  static final String CONNECT_TIMEOUT = "mandao.connect-timeout";
  static final String READ_TIMEOUT = "mandao.read-timeout";

  /** The same content for all numbers. */
  static final String ONE_CONTENT = "mdsmssend";
  /** A content for each number, divided by commas. */
  static final String MANY_CONTENTS = "mdgxsend";

  private static final int ORDER = 140;
  private static final String TOKEN = "[!-~]+";

  private MandaoSettings() {}

  static SettingGroup group() {
    return SettingGroup.of(
            "mandao",
            ORDER,
            SettingField.text(SN, "").matching(TOKEN),
            SettingField.secret(PASSWORD),
            SettingField.url(ADDRESS, "http://sdk.entinfo.cn:8061").mandatory(),
            SettingField.text(PATH, "/webservice.asmx").mandatory().matching(GatewayAddress.PATH),
            SettingField.choice(TRANSPORT, "form", List.of("form", "ashx", "soap")),
            SettingField.choice(OPERATION, ONE_CONTENT, List.of(ONE_CONTENT, MANY_CONTENTS)),
            SettingField.choice(CHARSET, "gbk", List.of("gbk", "utf-8")),
            SettingField.choice(CONTENT_ENCODING, "url", List.of("url", "plain")),
            SettingField.choice(SIGNATURE_PLACE, "end", List.of("end", "front")),
            SettingField.text(EXT, "").matching("[0-9]{1,9}"),
            SettingField.text(MSGFMT, "").matching("0|3|4|8|15"),
            SettingField.number(MOST_NUMBERS, 10_000, 1, 10_000, ""),
            SettingField.choice(BALANCE_OPERATION, "mdgetSninfo", List.of("mdgetSninfo", "balance", "GetBalance")),
            SettingField.url(BALANCE_ADDRESS, ""),
            SettingField.text(BALANCE_PATTERN, "[^0-9]*([0-9]+(?:\\.[0-9]+)?).*").mandatory(),
            SettingField.number(RECEIPT_MOBILE, 2, 0, 30, ""),
            SettingField.number(RECEIPT_RRID, 3, 0, 30, ""),
            SettingField.number(RECEIPT_STATUS, 4, 0, 30, ""),
            SettingField.text(RECEIPT_DELIVERED, "0,DELIVRD").mandatory(),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .checkedBy(wanted -> untouched(wanted) ? List.of() : problems(wanted));
  }

  private static boolean untouched(Settings settings) {
    return settings.text(SN).isBlank() && settings.secret(PASSWORD).isBlank();
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    if (settings.text(SN).isBlank()) {
      problems.add(new SettingProblem(SN, "mandao.check.sn-missing"));
    }
    if (settings.secret(PASSWORD).isBlank()) {
      problems.add(new SettingProblem(PASSWORD, "mandao.check.password-missing"));
    }
    checkAddresses(settings, problems);
    // Commas divide the contents of mdgxsend, so one inside a content must be encoded.
    if (settings.text(OPERATION).equals(MANY_CONTENTS) && !urlEncoded(settings)) {
      problems.add(new SettingProblem(CONTENT_ENCODING, "mandao.check.contents-not-encoded"));
    }
    if (!GatewayAmount.isPattern(settings.text(BALANCE_PATTERN))) {
      problems.add(new SettingProblem(BALANCE_PATTERN, "mandao.check.balance-pattern-malformed"));
    }
    if (settings.number(RECEIPT_MOBILE) == settings.number(RECEIPT_RRID)
        || settings.number(RECEIPT_RRID) == settings.number(RECEIPT_STATUS)
        || settings.number(RECEIPT_STATUS) == settings.number(RECEIPT_MOBILE)) {
      problems.add(new SettingProblem(RECEIPT_STATUS, "mandao.check.receipt-places-alike"));
    }
    return problems;
  }

  private static void checkAddresses(Settings settings, List<SettingProblem> problems) {
    if (!GatewayAddress.wellFormed(settings.text(ADDRESS))) {
      problems.add(new SettingProblem(ADDRESS, "mandao.check.address-malformed"));
    }
    String balance = settings.text(BALANCE_ADDRESS);
    if (!balance.isBlank() && !GatewayAddress.wellFormed(balance)) {
      problems.add(new SettingProblem(BALANCE_ADDRESS, "mandao.check.address-malformed"));
    }
  }

  static String sn(Settings settings) {
    return settings.text(SN).strip();
  }

  /** What goes over the wire for a password: upper-case MD5 of account and password. */
  static String pwd(Settings settings) {
    return GatewayDigests.md5(sn(settings) + settings.secret(PASSWORD).strip()).toUpperCase(Locale.ROOT);
  }

  static boolean urlEncoded(Settings settings) {
    return settings.text(CONTENT_ENCODING).equals("url");
  }

  /** The set of the body's bytes, on the wire called gb2312. */
  static Charset charset(Settings settings) {
    return Charset.forName(settings.text(CHARSET));
  }

  static String balanceAddress(Settings settings) {
    String own = settings.text(BALANCE_ADDRESS).strip();
    return own.isEmpty() ? settings.text(ADDRESS) : own;
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }
}
