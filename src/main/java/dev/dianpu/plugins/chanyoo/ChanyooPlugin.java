package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through chanyoo on the Aliyun market. */
@ApplicationScoped
public class ChanyooPlugin extends SmsChannelPlugin<ChanyooChannel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "chanyoo";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return ChanyooSettings.group();
  }

  @Override
  protected ChanyooChannel channel(PluginContext context) {
    return new ChanyooChannel(context);
  }
}
