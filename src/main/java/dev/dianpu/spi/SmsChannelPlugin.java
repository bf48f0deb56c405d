package dev.dianpu.spi;

import jakarta.annotation.PreDestroy;
import java.util.List;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A plugin that supplies one channel per account. Its id is the plugin's, the first channel's and the settings group's; the
 * connections of its channels are closed when the application stops.
 *
 * @param <T> the channel
 */
public abstract class SmsChannelPlugin<T extends SmsChannel & AutoCloseable> implements Plugin {

  private static final Logger LOG = Logger.getLogger(SmsChannelPlugin.class.getName());

  private final Queue<T> channels = new ConcurrentLinkedQueue<>();

  /** The settings of one account. */
  protected abstract SettingGroup group();

  /** The channel of an account; connects to nothing yet. */
  protected abstract T channel(PluginContext context);

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<SettingGroup> settings() {
    return List.of(group());
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    T channel = channel(context);
    channels.add(channel);
    return List.of(channel);
  }

  /** The application stops: connections are closed. */
  @PreDestroy
  public void close() {
    for (T channel = channels.poll(); channel != null; channel = channels.poll()) {
      try {
        channel.close();
      } catch (Exception broken) {
        // The connections end with the process; the other channels are to be closed, too.
        LOG.log(Level.FINE, "A channel did not close", broken);
      }
    }
  }
}
