package dev.dianpu.plugins.zkeys;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through the official channel of ZKEYS (apayun), as document 003 describes its settings. */
@ApplicationScoped
public class ZkeysPlugin extends SmsChannelPlugin<ZkeysChannel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "zkeys";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return ZkeysSettings.group();
  }

  @Override
  protected ZkeysChannel channel(PluginContext context) {
    return new ZkeysChannel(context);
  }
}
