package dev.dianpu.dev;

import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.simulator.ChuangxinSimulator;
import dev.dianpu.simulator.CloopenSimulator;
import dev.dianpu.simulator.IhuyiSimulator;
import dev.dianpu.simulator.MandaoSimulator;
import dev.dianpu.simulator.Office2Simulator;
import dev.dianpu.simulator.UpstreamSimulator;
import dev.dianpu.simulator.ZkeysSimulator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** What the first run enters on the settings pages. */
final class DemoSettings {

  /** The signature that the simulated platforms have approved. */
  private static final String APPROVED = "店铺";

  /** Plugins of the ways to pay. */
  static final List<String> PAYMENTS = List.of("banktransfer", "cashondelivery", "balance");

  private DemoSettings() {}

  /** What people need to order something, by the tabs. */
  static Map<String, Map<String, String>> payments() {
    return Map.of(
        "banktransfer", Map.of("banktransfer.account", "户名：云杉小铺\n账号：6222 0000 0000 0000\n开户行：示例银行"),
        "shipping", Map.of("shipping.pickup", "true", "shipping.pickup-place", "示例路 1 号，云杉小铺",
            "shipping.pickup-hours", "每天 9:00–21:00"));
  }

  /** For the tab of 短信通, on which the channel chanyoo and what all channels share stand, too. */
  static Map<String, String> of(String gateway) {
    return Map.of(
        "duanxintong.register", "true",
        "duanxintong.login", "true",
        "duanxintong.login-code", "true",
        "duanxintong.reset-password", "true",
        "sms.signature", FirstInstall.SHOP,
        "chanyoo.auth", "appkey",
        "chanyoo.appkey", ChanyooSimulator.APP_KEY,
        "chanyoo.appsecret", ChanyooSimulator.APP_SECRET,
        "chanyoo.address", gateway);
  }

  /** For the pages of the other channels, by their ids; they wait in reserve until the owner places them. */
  static Map<String, Map<String, String>> reserves(Map<String, String> gateways) {
    Map<String, Map<String, String>> settings = new LinkedHashMap<>();
    settings.put("chuangxin", Map.of("chuangxin.appcode", ChuangxinSimulator.APP_CODE));
    settings.put("cloopen", Map.of("cloopen.account-sid", CloopenSimulator.ACCOUNT_SID,
        "cloopen.auth-token", CloopenSimulator.AUTH_TOKEN, "cloopen.app-id", CloopenSimulator.APP_ID,
        "cloopen.test-template", "true"));
    settings.put("ihuyi", Map.of("ihuyi.account", IhuyiSimulator.ACCOUNT, "ihuyi.apikey", IhuyiSimulator.API_KEY));
    settings.put("mandao", Map.of("mandao.sn", MandaoSimulator.SN, "mandao.password", MandaoSimulator.PASSWORD));
    settings.put("office2", Map.of("office2.account", Office2Simulator.ACCOUNT,
        "office2.password", Office2Simulator.PASSWORD, "office2.auth-code", Office2Simulator.AUTH_CODE));
    settings.put("zkeys", Map.of("zkeys.appid", ZkeysSimulator.APP_ID, "zkeys.secret", ZkeysSimulator.SECRET,
        "zkeys.signname", APPROVED));
    settings.put("upstream", Map.of("upstream.member", UpstreamSimulator.MEMBER, "upstream.secret", UpstreamSimulator.SECRET,
        "upstream.signname", APPROVED));
    settings.replaceAll((id, values) -> {
      Map<String, String> all = new LinkedHashMap<>(values);
      all.put(id + ".address", gateways.get(id));
      return all;
    });
    return settings;
  }
}
