package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through mandao (entinfo), the gateway that document 003 calls 漫道短信. */
@ApplicationScoped
public class MandaoPlugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "mandao";

  private final Queue<MandaoChannel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(MandaoSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    MandaoChannel channel = new MandaoChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (MandaoChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
