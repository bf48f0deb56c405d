package dev.dianpu.sms;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.util.Arrays;

/** What came back from gateways is kept for so many days: it holds words of people. What an attempt learnt from it stays. */
@ApplicationScoped
class PastEvents implements Expiring {

  @Inject EventRepository repository;
  @Inject Settings settings;

  @Override
  public int deleteExpired(Instant now, int most) {
    Instant before = now.minus(Duration.ofDays(settings.number(SmsGroups.KEEP_EVENTS)));
    return Arrays.stream(ReceivedEvent.Kind.values()).mapToInt(kind -> repository.delete(kind, before, most)).max()
        .orElse(0);
  }
}
