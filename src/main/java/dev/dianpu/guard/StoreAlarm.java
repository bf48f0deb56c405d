package dev.dianpu.guard;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.platform.redis.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** Has the owner told by one of the nodes: once an hour while Redis cannot be used, once a day that it lost its data. */
@ApplicationScoped
class StoreAlarm implements Chore {

  private static final Duration REST = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  @Inject Stores stores;
  @Inject LevelRepository claims;
  @Inject Alarms alarms;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Telling of a lost Redis";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    Stores.State state = stores.state();
    Instant now = clock.instant();
    if (state.problem().isPresent() && claims.claim("redis", now, REST)) {
      alarms.tellOfRedis(state.place().name(), state.place());
    }
    if (state.dataLostAt().isPresent() && claims.claim("redis-data", now, DAY)) {
      alarms.tellOfRedis("data-lost", state.place());
    }
  }
}
