package dev.dianpu.platform.redis;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** Looks whether Redis is there and has what it was given, and tells the other nodes by a row of the database. */
@ApplicationScoped
class RedisLook {

  private static final Logger LOG = Logger.getLogger(RedisLook.class.getName());
  private static final Duration KEPT = Duration.ofDays(3650);
  /** Stands in Redis for as long as Redis keeps what it was given. */
  private static final String MARK = "mark";
  private static final String PROBE = "probe";

  private final AtomicReference<Sight> sight = new AtomicReference<>();

  @Inject Redis redis;
  @Inject RedisStateRepository kept;
  @Inject Settings settings;
  @Inject Clock clock;

  /** For the container. */
  protected RedisLook() {}

  /** Without a container. */
  RedisLook(Redis redis, DataSource dataSource, Settings settings, Clock clock) {
    this.redis = redis;
    this.kept = new RedisStateRepository(dataSource);
    this.settings = settings;
    this.clock = clock;
  }

  /** What was seen last; empty before the first look. */
  Optional<Sight> last() {
    return Optional.ofNullable(sight.get());
  }

  /** What was seen last, after a first look. */
  Sight seen() {
    return last().orElseGet(() -> after(null));
  }

  /** Looks again, unless somebody did since {@code before}: many may find at once that Redis is lost. */
  synchronized Sight after(Sight before) {
    if (sight.get() == before) {
      look();
    }
    return sight.get();
  }

  synchronized void look() {
    // Twice: a connection may have ended while it was idle, and the first failure empties the pool.
    Optional<String> problem = problem().flatMap(first -> problem());
    if (problem.isPresent()) {
      countInDatabaseIfWanted();
    }
    RedisStateRepository.Row row = kept.read();
    Sight before = sight.getAndSet(new Sight(problem, row.dataLostAt(), row.databaseUntil()));
    if (problem.isPresent() != (before != null && before.problem().isPresent())) {
      LOG.warning(problem.map(why -> "Redis is lost: " + why).orElse("Redis is there again"));
    }
  }

  private void countInDatabaseIfWanted() {
    if (settings.text(Stores.SETTING).equals(Stores.DATABASE)) {
      kept.countInDatabase(clock.instant().plus(Sight.LONGEST_WINDOW));
    }
  }

  private Optional<String> problem() {
    try {
      boolean empty = redis.change(List.of(MARK), values -> {
        // Writing, too: one that is full, or a replica, still reads.
        values.set(PROBE, new byte[] {1}, Sight.LONGEST_WINDOW);
        boolean unmarked = values.get(MARK).isEmpty();
        if (unmarked) {
          values.set(MARK, new byte[] {1}, KEPT);
        }
        return unmarked;
      });
      if (empty) {
        begun();
      }
      return Optional.empty();
    } catch (RedisLost lost) {
      return Optional.of(lost.getMessage());
    }
  }

  /** Redis had nothing of ours, and this node was the one to mark it: it is new, or it lost what it had. */
  private void begun() {
    if (kept.read().marked()) {
      kept.dataLost(clock.instant());
      LOG.warning("Redis has lost its data: what it counted counts no more");
      countInDatabaseIfWanted();
    }
    kept.marked(clock.instant());
  }
}
