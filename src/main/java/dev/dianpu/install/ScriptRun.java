package dev.dianpu.install;

import dev.dianpu.platform.database.Migrations;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Runs the core's scripts beside the request that asked for it, so that its progress can be shown. */
@ApplicationScoped
class ScriptRun {

  private static final Logger LOG = Logger.getLogger(ScriptRun.class.getName());
  private static final Now IDLE = new Now(false, "");

  private final AtomicReference<Now> now = new AtomicReference<>(IDLE);

  @Inject Migrations migrations;

  @Resource ManagedExecutorService executor;

  /** Whether it runs, and how the last run failed; empty if it did not. */
  private record Now(boolean running, String failure) {}

  /** Starts it, unless it runs already. */
  void start() {
    Now before = now.get();
    if (!before.running() && now.compareAndSet(before, new Now(true, ""))) {
      executor.execute(this::run);
    }
  }

  private void run() {
    try {
      int ran = migrations.migrateCore();
      LOG.info(() -> "The installer ran the database scripts: " + ran);
      now.set(IDLE);
    } catch (RuntimeException e) {
      LOG.log(Level.SEVERE, "A database script failed while installing", e);
      now.set(new Now(false, String.valueOf(e.getMessage())));
    }
  }

  boolean running() {
    return now.get().running();
  }

  /** What the database said when the last run failed. */
  Optional<String> failure() {
    return Optional.of(now.get().failure()).filter(failure -> !failure.isEmpty());
  }
}
