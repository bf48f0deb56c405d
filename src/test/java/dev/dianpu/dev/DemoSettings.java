package dev.dianpu.dev;

import dev.dianpu.simulator.ChanyooSimulator;
import java.util.Map;

/** What the first run enters on the settings pages. */
final class DemoSettings {

  private DemoSettings() {}

  /** For the tab of 短信通, which the channel's settings stand on. */
  static Map<String, String> duanxintong(String gateway) {
    return Map.of(
        "duanxintong.register", "true",
        "duanxintong.login", "true",
        "chanyoo.auth", "appkey",
        "chanyoo.appkey", ChanyooSimulator.APP_KEY,
        "chanyoo.appsecret", ChanyooSimulator.APP_SECRET,
        "chanyoo.address", gateway);
  }

  /** For what all channels share. */
  static Map<String, String> sms() {
    return Map.of("sms.primary", "chanyoo", "sms.signature", FirstInstall.SHOP);
  }
}
