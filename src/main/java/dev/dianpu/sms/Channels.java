package dev.dianpu.sms;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;

/** Which channels may be tried, in which order. */
@ApplicationScoped
class Channels {

  @Inject Extensions<SmsChannel> channels;
  @Inject Settings settings;

  /**
   * Those that can be used now: the owner's first choice first, the one to avoid last.
   *
   * @param avoid id of a channel that lately failed this phone; empty for none
   */
  List<SmsChannel> usable(String avoid) {
    String primary = settings.text(SmsGroups.PRIMARY);
    return channels.all().stream().filter(channel -> channel.problems().isEmpty())
        .sorted(Comparator.comparingInt(channel -> rank(channel.id(), primary, avoid))).toList();
  }

  private static int rank(String id, String primary, String avoid) {
    if (id.equals(avoid)) {
      return 2;
    }
    return id.equals(primary) ? 0 : 1;
  }

  /** The ids of all that are switched on, usable or not. */
  List<String> ids() {
    return channels.all().stream().map(SmsChannel::id).toList();
  }
}
