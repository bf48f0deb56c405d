package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through 互亿无线. */
@ApplicationScoped
public class IhuyiPlugin implements Plugin {

  /** Of the plugin, its first channel and its settings group. */
  static final String ID = "ihuyi";

  private final Queue<IhuyiChannel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(IhuyiSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    IhuyiChannel channel = new IhuyiChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (IhuyiChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
