package dev.dianpu.platform.database;

import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.crypto.SecretBox;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.concurrent.ManagedScheduledExecutorService;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Objects;
import java.util.Optional;
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
    /** Not installed, or only in part: the installer is open. */
    EMPTY,
    /** Its secrets were sealed by another key: nothing may run. */
    WRONG_KEY,
    /** Everything runs. */
    READY
  }

  /** Fired once, when the shop becomes ready. */
  public record Ready() {}

  /** Fired when the installer opens. */
  public record Waiting() {}

  private final AtomicReference<State> state = new AtomicReference<>(State.DOWN);
  private final AtomicReference<SchemaDifference> difference = new AtomicReference<>();
  private final AtomicReference<ScheduledFuture<?>> retry = new AtomicReference<>();

  @Inject Migrations migrations;
  @Inject KeyFingerprint fingerprint;
  @Inject Keys keys;
  @Inject SecretBox box;
  @Inject Event<Ready> ready;
  @Inject Event<Waiting> waiting;
  @Inject Instance<Upgrade> upgrades;

  @Resource ManagedScheduledExecutorService scheduler;

  void start() {
    look();
    if (undecided()) {
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

  /** Where tables that were made by hand differ from what the scripts make, while that keeps the shop from starting. */
  public Optional<SchemaDifference> difference() {
    return Optional.ofNullable(difference.get());
  }

  /** Looks at the database again: called by the installer when tables, key and first admin stand. */
  public void installed() {
    look();
  }

  /** An empty database is looked at again, too: another node's installer or somebody's scripts may fill it. */
  private boolean undecided() {
    return state.get() == State.DOWN || state.get() == State.EMPTY;
  }

  private void lookAgain() {
    if (undecided()) {
      look();
    } else {
      stop();
    }
  }

  private synchronized void look() {
    try {
      if (!migrations.installed()) {
        tell(migrations.acceptCore().orElse(null));
      }
      if (!fingerprint.kept()) {
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
      upgrades.forEach(Upgrade::run);
      become(State.READY);
    } catch (Exception e) {
      LOG.log(Level.WARNING, "The database cannot be used yet; trying again every 2 seconds: {0}", rootMessage(e));
      become(State.DOWN);
    }
  }

  private void tell(SchemaDifference found) {
    if (!Objects.equals(found, difference.getAndSet(found)) && found != null) {
      LOG.severe("The tables in this database stand without a history and are not what the scripts make: "
          + found.sentence() + ". Nothing was changed; put that right, or use an empty database.");
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
    State before = state.getAndSet(next);
    if (before != next && next == State.READY) {
      ready.fire(new Ready());
    } else if (before != next && next == State.EMPTY) {
      waiting.fire(new Waiting());
    }
  }
}
