package dev.dianpu.dev;

import dev.dianpu.simulator.ChanyooSimulator;
import java.util.Map;

/** What the first run enters on the settings pages. */
final class DemoSettings {

  private DemoSettings() {}

  /** For the tab of 短信通, on which the channel and what all channels share stand, too. */
  static Map<String, String> of(String gateway) {
    return Map.of(
        "duanxintong.register", "true",
        "duanxintong.login", "true",
        "sms.signature", FirstInstall.SHOP,
        "chanyoo.auth", "appkey",
        "chanyoo.appkey", ChanyooSimulator.APP_KEY,
        "chanyoo.appsecret", ChanyooSimulator.APP_SECRET,
        "chanyoo.address", gateway);
  }
}
