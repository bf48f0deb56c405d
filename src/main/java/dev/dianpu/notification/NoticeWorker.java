package dev.dianpu.notification;

import dev.dianpu.platform.jobs.Chore;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.Semaphore;
import java.util.concurrent.atomic.AtomicBoolean;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Claims notices and has them sent: every second on every node, and at once where one was added. */
@ApplicationScoped
class NoticeWorker implements Chore {

  private static final Logger LOG = Logger.getLogger(NoticeWorker.class.getName());

  /** A gateway answers within 0.1 to 0.5 s: some 16 to 80 a second per node, and the database's pool has room for more. */
  static final int THREADS = 8;
  static final int BATCH = 50;
  /** The last of a batch begins within 50 / 8 times the time that a slow gateway takes; beyond this it is left to others. */
  static final Duration CLAIM = Duration.ofMinutes(2);

  private final Semaphore free = new Semaphore(THREADS);
  private final AtomicBoolean claiming = new AtomicBoolean();
  private final AtomicBoolean stopped = new AtomicBoolean();

  @Inject NoticeClaims claims;
  @Inject NoticeDelivery delivery;

  @Resource ManagedExecutorService executor;

  @Override
  public String name() {
    return "Sending notices";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(1);
  }

  /** Something was added: looks at once, beside the caller. */
  void wake() {
    try {
      executor.execute(this::run);
    } catch (RejectedExecutionException busy) {
      LOG.log(Level.FINE, "The outbox is looked at within a second", busy);
    }
  }

  /** Claims for as long as there is something; of several callers one does, and returns when the last row has begun. */
  @Override
  public void run() {
    if (claiming.compareAndSet(false, true)) {
      try {
        delivery.catchUp();
        while (!stopped.get() && begin(claims.claim(NoticeState.QUEUED, CLAIM, BATCH))) {
          LOG.finest("Another batch of notices");
        }
      } finally {
        claiming.set(false);
      }
    }
  }

  /** Begins each row when a thread is free; false when there were none, or the shop stops. */
  private boolean begin(List<NoticeRow> rows) {
    for (NoticeRow row : rows) {
      try {
        free.acquire();
      } catch (InterruptedException shopStops) {
        Thread.currentThread().interrupt();
        return false;
      }
      try {
        executor.execute(() -> deliver(row));
      } catch (RejectedExecutionException shopStops) {
        free.release();
        return false;
      }
    }
    return !rows.isEmpty();
  }

  private void deliver(NoticeRow row) {
    try {
      delivery.deliver(row);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, e, () -> "Notice " + row.id + " is looked at again when its claim has run out");
    } finally {
      free.release();
    }
  }

  /** Whether nobody claims and no row is under way. */
  boolean idle() {
    return !claiming.get() && free.availablePermits() == THREADS;
  }

  @PreDestroy
  void stop() {
    stopped.set(true);
  }
}
