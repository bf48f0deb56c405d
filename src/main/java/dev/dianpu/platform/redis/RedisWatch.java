package dev.dianpu.platform.redis;

import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/** Looks whether Redis is there, so that its loss and its return are known without anybody asking for a code. */
@ApplicationScoped
class RedisWatch implements Chore {

  @Inject Stores stores;

  @Override
  public String name() {
    return "Looking for Redis";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(2);
  }

  @Override
  public void run() {
    stores.look();
  }
}
