package dev.dianpu.plugins.office2;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through 2office, the gateway that document 003 calls 第二办公室. */
@ApplicationScoped
public class Office2Plugin extends SmsChannelPlugin<Office2Channel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "office2";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return Office2Settings.group();
  }

  @Override
  protected Office2Channel channel(PluginContext context) {
    return new Office2Channel(context);
  }
}
