package dev.dianpu.notification;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.sms.AttemptState;
import dev.dianpu.sms.MessageFates;
import dev.dianpu.sms.MessageFates.Fate;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;

/**
 * Finds notices whose claim has run out, since their worker was killed or the gateway is very slow, and asks the journal of
 * SMS what became of them: without a message none was sent, for it is committed before a gateway is called.
 */
@ApplicationScoped
class NoticeRecovery implements Chore {

  private static final int BATCH = 200;
  /** For as long as this node looks into the journal, and until it looks again at a message that is being sent. */
  private static final Duration LOOK = Duration.ofSeconds(10);

  @Inject NoticeClaims claims;
  @Inject NoticeRepository repository;
  @Inject NoticeDelivery delivery;
  @Inject MessageFates fates;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Recovering notices of workers that died";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(5);
  }

  @Override
  public void run() {
    List<NoticeRow> rows = claims.claim(NoticeState.SENDING, LOOK, BATCH);
    Map<String, Fate> known = fates.of(rows.stream().map(NoticeRow::reference).toList());
    for (NoticeRow row : rows) {
      Fate fate = known.get(row.reference());
      if (fate == null) {
        repository.release(row, NoticeState.QUEUED, "", clock.instant());
      } else if (fate.state() != AttemptState.SENDING) {
        delivery.judge(row, fate);
      }
    }
  }
}
