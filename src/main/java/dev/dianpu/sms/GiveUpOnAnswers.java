package dev.dianpu.sms;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;

/**
 * Attempts whose answer never came, because the node that waited for it died, become UNKNOWN: on whichever node sees
 * them first, and right after a start.
 */
@ApplicationScoped
class GiveUpOnAnswers implements Chore {

  @Inject SmsRepository repository;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Ending SMS attempts without an answer";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  @Override
  public void run() {
    giveUp();
  }

  /** How many were given up. */
  int giveUp() {
    return repository.giveUp(clock.instant().minusSeconds(settings.number(SmsGroups.STUCK_AFTER)), "sms.no-answer");
  }
}
