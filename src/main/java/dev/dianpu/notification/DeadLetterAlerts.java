package dev.dianpu.notification;

import dev.dianpu.platform.AdminAlerts;
import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicLong;

/** Tells the owner on every page that there are dead letters. */
@ApplicationScoped
class DeadLetterAlerts implements AdminAlerts, Chore {

  private final AtomicLong dead = new AtomicLong();

  @Inject NoticeRepository repository;

  @Override
  public List<Alert> alerts() {
    long count = dead.get();
    return count == 0 ? List.of()
        : List.of(new Alert("admin.notifications.alert", "/admin/notifications?state=DEAD", count));
  }

  @Override
  public String name() {
    return "Counting dead letters";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(10);
  }

  /** Counts. */
  @Override
  public void run() {
    dead.set(repository.dead());
  }
}
