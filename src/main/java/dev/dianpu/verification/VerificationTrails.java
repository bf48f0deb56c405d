package dev.dianpu.verification;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.verification.VerificationTrail.Send;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Finds the verification that an SMS belongs to: its code goes out a moment after it was issued. */
@ApplicationScoped
public class VerificationTrails {

  /** A code is good for an hour at most, and the same one may be sent again meanwhile. */
  private static final Duration OLDEST = Duration.ofDays(1);
  private static final Duration MOMENT = Duration.ofSeconds(10);
  /** The clocks of two nodes are not quite alike. */
  private static final Duration SKEW = Duration.ofSeconds(1);

  @Inject TrailRepository repository;
  @Inject VerificationLog log;
  @Inject Codes codes;

  /** The verification of this phone with a send right before {@code sms}. */
  @Transactional
  public Optional<VerificationTrail> behind(PhoneNumber phone, Instant sms) {
    return repository.of(codes.digest(phone), sms.minus(OLDEST), sms.plus(SKEW)).stream().map(this::trail)
        .filter(trail -> trail.sends().stream().anyMatch(send -> rightBefore(send.at(), sms))).findFirst();
  }

  private static boolean rightBefore(Instant send, Instant sms) {
    return !send.isAfter(sms.plus(SKEW)) && !send.isBefore(sms.minus(MOMENT));
  }

  private VerificationTrail trail(Verification row) {
    List<Send> sends = new ArrayList<>(row.sends > 1 ? repository.earlierSends(row.id) : List.of());
    sends.add(new Send(row.sentAt, row.reservationId, row.outcome.name(), row.channel));
    return new VerificationTrail(
        log.row(row), sends, repository.steps(row.id), Optional.ofNullable(row.provedAt), row.expiresAt);
  }
}
