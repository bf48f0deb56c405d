package dev.dianpu.platform.redis;

import java.time.Duration;
import java.time.Instant;
import java.util.Optional;

/**
 * What was seen of Redis last.
 *
 * @param problem why it cannot be used; empty if it can
 * @param dataLostAt when it was last found without its data
 * @param databaseUntil until when the database counts in its place
 */
record Sight(Optional<String> problem, Optional<Instant> dataLostAt, Optional<Instant> databaseUntil) {

  /** No limit's window is longer. */
  static final Duration LONGEST_WINDOW = Duration.ofDays(1);

  boolean inDatabase(Instant now) {
    return databaseUntil.filter(now::isBefore).isPresent();
  }

  Stores.Place place(Instant now) {
    if (inDatabase(now)) {
      return Stores.Place.DATABASE_MEANWHILE;
    }
    return problem.isPresent() ? Stores.Place.NOWHERE : Stores.Place.REDIS;
  }

  /** As long as what it lost would still count. */
  Optional<Instant> dataLostLately(Instant now) {
    return dataLostAt.filter(at -> now.isBefore(at.plus(LONGEST_WINDOW)));
  }
}
