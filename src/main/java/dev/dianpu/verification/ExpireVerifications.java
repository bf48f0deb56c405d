package dev.dianpu.verification;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/**
 * Ends what time has ended, on every node and right after a start: codes (their sealed copy is erased) and proofs past
 * their end, sends whose answer never came because a node died.
 */
@ApplicationScoped
class ExpireVerifications implements Chore {

  @Inject VerificationRepository repository;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Ending codes past their time";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    Instant now = clock.instant();
    repository.expire(now);
    repository.giveUpOnAnswers(now.minusSeconds(settings.number("sms.stuck-after")));
    repository.forgetTries(now);
  }
}
