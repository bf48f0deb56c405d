package dev.dianpu.admin.log;

import dev.dianpu.limit.ReservationLog;
import dev.dianpu.sms.SmsTimeline;
import dev.dianpu.verification.VerificationState;
import dev.dianpu.verification.VerificationTrail;
import dev.dianpu.verification.VerificationTrails;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Puts together what four rooms know of one message: captcha, limits, attempts and receipts, the code's fate. */
@ApplicationScoped
class MessageStory {

  @Inject SmsTimeline timeline;
  @Inject VerificationTrails trails;
  @Inject ReservationLog reservations;
  @Inject Clock clock;

  /** What a send of a code took from the limits and got back. */
  public record Budget(long reservation, List<String> givenBack) {}

  /** A send of a code, the first or a further one. */
  public record CodeSend(boolean again, VerificationTrail trail) {}

  /** The verification behind a message, if it carried a code. */
  Optional<VerificationTrail> trail(SmsTimeline.Story story) {
    return timeline.phone(story.id()).flatMap(phone -> trails.behind(phone, story.at()));
  }

  /** All moments in their order. */
  List<Moment> moments(SmsTimeline.Story story, Optional<VerificationTrail> trail) {
    List<Moment> moments = new ArrayList<>();
    trail.ifPresent(found -> before(found, moments));
    story.attempts().forEach(attempt -> moments.add(new Moment(attempt.at(), "attempt", attempt)));
    story.receipts().forEach(receipt -> moments.add(new Moment(receipt.when(), "receipt", receipt)));
    trail.ifPresent(found -> after(found, moments));
    story.replies().forEach(reply -> moments.add(new Moment(reply.when(), "reply", reply)));
    // Stable: what happened in one moment keeps the order of its causes.
    moments.sort(Comparator.comparing(Moment::at));
    return moments;
  }

  private void before(VerificationTrail trail, List<Moment> moments) {
    trail.steps().stream().filter(step -> step.step().equals("ASKED") && !step.detail().isEmpty())
        .forEach(step -> moments.add(new Moment(step.at(), "captcha", step.detail())));
    Map<Long, ReservationLog.Taken> taken = reservations.find(
        trail.sends().stream().map(VerificationTrail.Send::reservationId).toList());
    for (int i = 0; i < trail.sends().size(); i++) {
      VerificationTrail.Send send = trail.sends().get(i);
      Optional.ofNullable(taken.get(send.reservationId())).ifPresent(budget ->
          moments.add(new Moment(budget.at(), "budget", new Budget(budget.id(), budget.givenBack()))));
      moments.add(new Moment(send.at(), "code", new CodeSend(i > 0, trail)));
    }
  }

  private void after(VerificationTrail trail, List<Moment> moments) {
    trail.steps().stream().filter(step -> step.step().equals("TRIED"))
        .forEach(step -> moments.add(new Moment(step.at(), "tried", trail)));
    trail.provedAt().ifPresent(at -> moments.add(new Moment(at, "proved", trail)));
    trail.row().usedAt().ifPresent(at -> moments.add(new Moment(at, "used", trail)));
    Instant end = trail.endsAt();
    boolean open = trail.row().state() != VerificationState.USED;
    if (open && !end.isAfter(clock.instant())) {
      moments.add(new Moment(end, "ended", trail));
    }
  }
}
