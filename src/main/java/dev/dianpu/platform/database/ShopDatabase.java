package dev.dianpu.platform.database;

import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.crypto.SecretBox;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import java.util.concurrent.ScheduledFuture;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * The state of the database, from the start on: an empty one waits for the installer, an installed one is brought to
 * the newest version, and while it cannot be reached every page says so and recovers by itself.
 */
@ApplicationScoped
public class ShopDatabase {

  private static final Logger LOG = Logger.getLogger(ShopDatabase.class.getName());

  /** What the shop can do with its database. */
  public enum State {
    /** Cannot be reached, or its scripts failed; tried again every two seconds. */
    DOWN,
    /** No tables: the installer is open. */
    EMPTY,
    /** Its secrets were sealed by another key: nothing may run. */
    WRONG_KEY,
    /** Everything runs. */
    READY
  }

  /** Fired once, when the shop becomes ready. */
  public record Ready() {}

  private final AtomicReference<State> state = new AtomicReference<>(State.DOWN);
  private final AtomicReference<ScheduledFuture<?>> retry = new AtomicReference<>();

  @Inject Migrations migrations;
  @Inject KeyFingerprint fingerprint;
  @Inject Keys keys;
  @Inject SecretBox box;
  @Inject Event<Ready> ready;

  @Resource ManagedScheduledExecutorService scheduler;

  void start() {
    look();
    if (state.get() == State.DOWN) {
      retry.set(scheduler.scheduleWithFixedDelay(this::lookAgain, 2, 2, TimeUnit.SECONDS));
    }
  }

  @PreDestroy
  void stop() {
    ScheduledFuture<?> running = retry.getAndSet(null);
    if (running != null) {
      running.cancel(false);
    }
  }

  /** What the shop can do now. */
  public State state() {
    return state.get();
  }

  /** Called by the installer when tables, key and first admin stand. */
  public void installed() {
    become(State.READY);
  }

  private void lookAgain() {
    look();
    if (state.get() != State.DOWN) {
      stop();
    }
  }

  private void look() {
    try {
      if (!migrations.installed()) {
        become(State.EMPTY);
        return;
      }
      if (!keys.present() || !fingerprint.matches(box)) {
        LOG.severe("This database was sealed with another secret key. Put back the key file " + keys.file()
            + " or DIANPU_SECRET_KEY that belongs to it, then start again; no key is made for a database in use.");
        become(State.WRONG_KEY);
        return;
      }
      int ran = migrations.migrateCore();
      LOG.info(() -> "The database is up to date; scripts run: " + ran);
      become(State.READY);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The database cannot be used yet; trying again every 2 seconds: {0}", rootMessage(e));
      become(State.DOWN);
    }
  }

  private static String rootMessage(Throwable e) {
    Throwable root = e;
    while (root.getCause() != null) {
      root = root.getCause();
    }
    return root.getMessage();
  }

  private void become(State next) {
    if (state.getAndSet(next) != next && next == State.READY) {
      ready.fire(new Ready());
    }
  }
}
