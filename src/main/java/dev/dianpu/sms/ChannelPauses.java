package dev.dianpu.sms;

import com.github.benmanes.caffeine.cache.Caffeine;
import com.github.benmanes.caffeine.cache.LoadingCache;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SmsConnectionTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Comparator;
import java.util.EnumSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/**
 * Leaves channels alone that fail for a reason of their own, on all nodes: for 30 seconds, then twice as long each time up
 * to ten minutes; after that one message probes the channel, and a success ends it. What a channel that works costs is a
 * look into memory.
 *
 * <p>A refused template or a repeated text is a reason of the channel, too, but the next text may be fine: no pause.
 */
@ApplicationScoped
public class ChannelPauses {

  static final Duration SHORTEST = Duration.ofSeconds(30);
  static final Duration LONGEST = Duration.ofMinutes(10);
  /** How long a probe may take before another one is allowed; also between probes while every channel is down. */
  static final Duration PROBE = Duration.ofSeconds(30);
  /** So many answers in a row that did not come make a pause. */
  static final int SILENT = 3;

  private static final Set<Cause> PAUSING =
      EnumSet.of(Cause.QUOTA, Cause.CREDENTIALS, Cause.THROTTLED, Cause.UNAVAILABLE);
  /** A connection that works says nothing of a used-up quota. */
  private static final Set<String> TOLD_BY_A_TEST = Set.of(Cause.UNAVAILABLE.name(), Cause.CREDENTIALS.name(), "");
  private static final String ALL = "all";

  private final LoadingCache<String, Map<String, ChannelPause>> known =
      Caffeine.newBuilder().expireAfterWrite(Duration.ofSeconds(1)).build(all -> repository().all());

  @Inject ChannelPauseRepository repository;
  @Inject Clock clock;

  private ChannelPauseRepository repository() {
    return repository;
  }

  /** The pauses that keep messages away or have just ended, longest first. */
  public List<ChannelPause> all() {
    return pauses().values().stream().filter(ChannelPause::keepsAway)
        .sorted(Comparator.comparing(ChannelPause::since)).toList();
  }

  /** Whether a message may go to this channel; after a pause only the one that probes it. */
  boolean admits(String channel) {
    ChannelPause pause = pauses().get(channel);
    if (pause == null || !pause.keepsAway()) {
      return true;
    }
    Instant now = clock.instant();
    boolean over = !now.isBefore(pause.endsAt());
    boolean probed = !pause.triedAt().isBefore(pause.endsAt()) && now.isBefore(pause.triedAt().plus(PROBE));
    return over && !probed && claim(pause, now);
  }

  /** While every channel is down: the one that was left alone longest, if nobody tried it lately. */
  Optional<String> lastResort(List<String> channels) {
    Instant latest = clock.instant().minus(PROBE);
    return channels.stream().map(pauses()::get).filter(pause -> pause != null && !pause.triedAt().isAfter(latest))
        .min(Comparator.comparing(ChannelPause::triedAt)).filter(pause -> claim(pause, clock.instant()))
        .map(ChannelPause::channel);
  }

  /** Why the first of these channels that is left alone for a known cause is left alone. */
  Optional<Cause> cause(List<String> channels) {
    return channels.stream().map(pauses()::get).filter(pause -> pause != null && !pause.cause().isEmpty())
        .map(pause -> Cause.valueOf(pause.cause())).findFirst();
  }

  /** Whether this node is the one to find out, without an SMS, that a channel works again. */
  boolean mayTest(String channel) {
    ChannelPause pause = pauses().get(channel);
    Instant now = clock.instant();
    return pause != null && pause.keepsAway() && TOLD_BY_A_TEST.contains(pause.cause())
        && !pause.triedAt().isAfter(now.minus(PROBE)) && claim(pause, now);
  }

  /** Draws the conclusion from a test of the connection. */
  void tested(String channel, SmsConnectionTest.Connection connection) {
    if (connection.works()) {
      works(channel);
    } else {
      pause(channel, Cause.UNAVAILABLE.name(), connection.answer().explanation());
    }
  }

  private boolean claim(ChannelPause pause, Instant now) {
    boolean claimed = repository.claimProbe(pause, now);
    known.invalidate(ALL);
    return claimed;
  }

  /** Draws the conclusion from what became of a message. */
  void learn(String channel, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Rejected rejected && PAUSING.contains(rejected.cause())) {
      pause(channel, rejected.cause().name(), outcome.answer().explanation());
    } else if (outcome instanceof SendOutcome.Unknown) {
      if (repository.silent(channel, clock.instant()) >= SILENT) {
        pause(channel, "", outcome.answer().explanation());
      }
      known.invalidate(ALL);
    } else if (pauses().containsKey(channel)) {
      works(channel);
    }
  }

  /** The channel works: whatever kept messages away is over. */
  void works(String channel) {
    repository.delete(channel);
    known.invalidate(ALL);
  }

  private void pause(String channel, String cause, String explanation) {
    repository.failed(channel, SHORTEST, LONGEST, clock.instant(), cause, explanation);
    known.invalidate(ALL);
  }

  void forget(@Observes Versions.Changed changed) {
    if (changed.topic().equals("cache")) {
      known.invalidateAll();
    }
  }

  private Map<String, ChannelPause> pauses() {
    return known.get(ALL);
  }
}
