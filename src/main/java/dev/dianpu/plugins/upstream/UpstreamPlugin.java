package dev.dianpu.plugins.upstream;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through the platform of an upstream agent (云引擎资源上级代理 in document 003). */
@ApplicationScoped
public class UpstreamPlugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "upstream";

  private final Queue<UpstreamChannel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(UpstreamSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    UpstreamChannel channel = new UpstreamChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (UpstreamChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
