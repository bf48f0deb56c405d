package dev.dianpu.plugins.zkeys;

import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingGroup;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;

/** Sends SMS through the official channel of ZKEYS (apayun), as document 003 describes its settings. */
@ApplicationScoped
public class ZkeysPlugin implements Plugin {

  /** Of the plugin, its channel and its settings group. */
  static final String ID = "zkeys";

  private final Queue<ZkeysChannel> channels = new ConcurrentLinkedQueue<>();

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
    return List.of(ZkeysSettings.group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    ZkeysChannel channel = new ZkeysChannel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (ZkeysChannel channel = channels.poll(); channel != null; channel = channels.poll()) {
      channel.close();
    }
  }
}
