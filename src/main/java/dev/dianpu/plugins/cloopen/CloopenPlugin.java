package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through 容联云. */
@ApplicationScoped
public class CloopenPlugin extends SmsChannelPlugin<CloopenChannel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "cloopen";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return CloopenSettings.group();
  }

  @Override
  protected CloopenChannel channel(PluginContext context) {
    return new CloopenChannel(context);
  }
}
