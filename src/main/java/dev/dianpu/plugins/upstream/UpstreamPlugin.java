package dev.dianpu.plugins.upstream;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through the platform of an upstream agent (云引擎资源上级代理 in document 003). */
@ApplicationScoped
public class UpstreamPlugin extends SmsChannelPlugin<UpstreamChannel> {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "upstream";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return UpstreamSettings.group();
  }

  @Override
  protected UpstreamChannel channel(PluginContext context) {
    return new UpstreamChannel(context);
  }
}
