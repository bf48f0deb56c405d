package dev.dianpu.plugins.chuangxin;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through 创信 on the Aliyun market. */
@ApplicationScoped
public class ChuangxinPlugin implements Plugin {

  /** Of the plugin, its first channel and its settings group. */
  static final String ID = "chuangxin";

  private final Queue<ChuangxinChannel> channels = new ConcurrentLinkedQueue<>();

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<SettingGroup> settings() {
    return List.of(ChuangxinSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    ChuangxinChannel channel = new ChuangxinChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (ChuangxinChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
