package dev.dianpu.sms;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ThreadLocalRandom;

/** Which channels may be tried, in which order. */
@ApplicationScoped
class Channels {

  @Inject Extensions<SmsChannel> channels;
  @Inject Routes routes;

  /**
   * Those that can be used now: by their places, within a place at random by their weights, the one to avoid last.
   *
   * @param avoid id of a channel that lately failed this phone; empty for none
   */
  List<SmsChannel> usable(MessageKind kind, String avoid) {
    Map<SmsChannel, Double> lots = new HashMap<>();
    List<SmsChannel> usable = channels.all().stream()
        .filter(channel -> routes.of(kind, channel.id()).used() && channel.problems().isEmpty()).toList();
    // An exponential variable per channel, divided by its weight: the smallest is each one's with its share.
    usable.forEach(channel -> lots.put(channel,
        -Math.log(1 - ThreadLocalRandom.current().nextDouble()) / routes.of(kind, channel.id()).weight()));
    return usable.stream().sorted(Comparator
        .comparing((SmsChannel channel) -> channel.id().equals(avoid))
        .thenComparing(channel -> routes.of(kind, channel.id()).place())
        // Unplaced channels keep the order of their ids, so that a new one changes nothing.
        .thenComparing(channel -> routes.of(kind, channel.id()).placed() ? lots.get(channel) : 0.0)).toList();
  }

  /** The channel of this id, if it is switched on, usable or not. */
  Optional<SmsChannel> find(String id) {
    return channels.all().stream().filter(channel -> channel.id().equals(id)).findFirst();
  }
}
