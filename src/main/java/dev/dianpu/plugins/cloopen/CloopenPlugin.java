package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through 容联云. */
@ApplicationScoped
public class CloopenPlugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "cloopen";

  private final Queue<CloopenChannel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(CloopenSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    CloopenChannel channel = new CloopenChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (CloopenChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
