package dev.dianpu.admin.sms;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.plugin.Plugins;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What people call a channel: its plugin's title, and for a further account the owner's name of it. */
@ApplicationScoped
public class ChannelNames {

  @Inject Plugins plugins;
  @Inject Messages messages;

  /** The name of a channel that is or was there. */
  public String of(String channel, Locale locale) {
    String key = "plugin." + channel + ".title";
    String title = messages.has(key) ? messages.text(locale, key) : channel;
    return plugins.accountLabel(channel).map(label -> title + " · " + label).orElse(title);
  }
}
