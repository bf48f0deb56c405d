package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through mandao (entinfo), the gateway that document 003 calls 漫道短信. */
@ApplicationScoped
public class MandaoPlugin extends SmsChannelPlugin<MandaoChannel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "mandao";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return MandaoSettings.group();
  }

  @Override
  protected MandaoChannel channel(PluginContext context) {
    return new MandaoChannel(context);
  }
}
