package dev.dianpu.plugins.office2;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through 2office, the gateway that document 003 calls 第二办公室. */
@ApplicationScoped
public class Office2Plugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "office2";

  private final Queue<Office2Channel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(Office2Settings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    Office2Channel channel = new Office2Channel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (Office2Channel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
