package dev.dianpu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Produces;
import jakarta.inject.Singleton;
import java.time.Clock;
import java.time.Duration;

/** The one place that reads the system's time; everything else is given this clock. */
@ApplicationScoped
class SystemClock {

  /** Finer times would be rounded when they are stored, and half of them would come back later than they were. */
  private static final Duration DATABASE_PRECISION = Duration.ofNanos(1000);

  @Produces
  @Singleton
  Clock clock() {
    return Clock.tick(Clock.systemUTC(), DATABASE_PRECISION);
  }
}
