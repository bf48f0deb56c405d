package dev.dianpu.verification;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** From where most codes were asked for lately that nobody used: who that is, the log of verifications tells anyway. */
@ApplicationScoped
public class BusyAddresses {

  private static final Duration LATELY = Duration.ofHours(1);
  private static final int MOST = 10;

  @Inject VerificationRepository repository;
  @Inject Clock clock;

  /**
   * An address.
   *
   * @param codes how many were asked for from it and not used
   */
  public record Busy(String address, long codes) {}

  /** The ten busiest of the last hour, busiest first. */
  public List<Busy> now() {
    return repository.busy(clock.instant().minus(LATELY), MOST);
  }
}
