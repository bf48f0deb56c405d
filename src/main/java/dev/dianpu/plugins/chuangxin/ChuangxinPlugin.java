package dev.dianpu.plugins.chuangxin;

import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SmsChannelPlugin;
import jakarta.enterprise.context.ApplicationScoped;

/** Sends SMS through 创信 on the Aliyun market. */
@ApplicationScoped
public class ChuangxinPlugin extends SmsChannelPlugin<ChuangxinChannel> {

  /** Of the plugin, its first channel and its settings group. */
  static final String ID = "chuangxin";

  @Override
  public String id() {
    return ID;
  }

  @Override
  protected SettingGroup group() {
    return ChuangxinSettings.group();
  }

  @Override
  protected ChuangxinChannel channel(PluginContext context) {
    return new ChuangxinChannel(context);
  }
}
