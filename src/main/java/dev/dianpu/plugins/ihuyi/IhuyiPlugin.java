package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through 互亿无线. */
@ApplicationScoped
public class IhuyiPlugin extends SmsChannelPlugin<IhuyiChannel> {

  /** Of the plugin, its first channel and its settings group. */
  static final String ID = "ihuyi";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return IhuyiSettings.group();
  }

  @Override
  protected IhuyiChannel channel(PluginContext context) {
    return new IhuyiChannel(context);
  }
}
