package dev.dianpu.plugins.chuangxin;

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
final class ChuangxinSettings {

  static final String APP_CODE = "chuangxin.appcode";
  static final String ADDRESS = "chuangxin.address";
  static final String PATH = "chuangxin.path";
  static final String CONNECT_TIMEOUT = "chuangxin.connect-timeout";
  static final String READ_TIMEOUT = "chuangxin.read-timeout";

  private static final int ORDER = 120;
  /** What a header can carry. */
  private static final String TOKEN = "[!-~]+";

  private ChuangxinSettings() {}

  /** The host is that of the document's table; its sample reads {@code cxkjzms}, most likely a slip. */
  static SettingGroup group() {
    return SettingGroup.of(
            ChuangxinPlugin.ID,
            ORDER,
            SettingField.secret(APP_CODE),
            SettingField.url(ADDRESS, "https://cxkjsms.market.alicloudapi.com").mandatory(),
            SettingField.text(PATH, "/chuangxinsms/dxjk").mandatory().matching(GatewayAddress.PATH),
            SettingField.number(CONNECT_TIMEOUT, 3, 1, 30, "seconds"),
            SettingField.number(READ_TIMEOUT, 5, 1, 60, "seconds"))
        .checkedBy(wanted -> wanted.secret(APP_CODE).isBlank() ? List.of() : problems(wanted))
        .linking(
            new Link("buy", "https://market.aliyun.com/products/57126001/cmapi029993.html"),
            new Link("keys", "https://market.console.aliyun.com/#/bizlist"));
  }

  /** What keeps the channel from sending, each beside its field. */
  static List<SettingProblem> problems(Settings settings) {
    List<SettingProblem> problems = new ArrayList<>();
    String code = settings.secret(APP_CODE).strip();
    if (code.isEmpty()) {
      problems.add(new SettingProblem(APP_CODE, "chuangxin.check.appcode-missing"));
    } else if (!code.matches(TOKEN)) {
      problems.add(new SettingProblem(APP_CODE, "chuangxin.check.appcode-malformed"));
    }
    String address = settings.text(ADDRESS);
    if (!GatewayAddress.wellFormed(address)) {
      problems.add(new SettingProblem(ADDRESS, "chuangxin.check.address-malformed"));
    } else if (GatewayAddress.inClear(address)) {
      // The AppCode is the whole secret and travels along: anybody on the way could spend the SMS.
      problems.add(new SettingProblem(ADDRESS, "chuangxin.check.appcode-in-clear"));
    }
    return problems;
  }

  static AliyunCredentials credentials(Settings settings) {
    return new AliyunCredentials.AppCode(settings.secret(APP_CODE).strip());
  }

  static URI address(Settings settings) {
    return GatewayAddress.of(settings.text(ADDRESS), settings.text(PATH));
  }

  static GatewayTimeouts timeouts(Settings settings) {
    return GatewayTimeouts.ofSeconds(settings.number(CONNECT_TIMEOUT), settings.number(READ_TIMEOUT));
  }
}
