package dev.dianpu.notification;

import dev.dianpu.dev.Database;
import dev.dianpu.dev.TiedProcess;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.plugins.chanyoo.ChanyooPlugin;
import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.sms.SmsParts;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.FastClock;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledExecutorService;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * A node in a process of its own, to be killed: it takes orders, each with its notice, and sends what is in the outbox
 * through the channel chanyoo to a simulated gateway.
 */
public final class OutboxProcess {

  private static final Logger LOG = Logger.getLogger(OutboxProcess.class.getName());
  private static final int ORDERS_A_TRANSACTION = 5;

  private final BareBeans beans;
  private final Path wanted;
  private int taken;

  private OutboxProcess(BareBeans beans, Path wanted) {
    this.beans = beans;
    this.wanted = wanted;
  }

  /**
   * What all nodes of a run share.
   *
   * @param key of the shop
   * @param gateway address of the simulator
   * @param start of the clock, which runs {@code times} as fast as time
   * @param wanted a file that says how many orders there should be by now
   */
  record Run(Database database, String key, String gateway, Instant start, int times, Path wanted) {

    OutboxNode node() {
      Map<String, String> values = new HashMap<>(Map.of("sms.signature", "", "sms.stuck-after", "60", "shop.name", "好店",
          "notification.tries", "10", "notification.first-wait", "30", "notification.growth", "2"));
      ChanyooPlugin plugin = new ChanyooPlugin();
      plugin.settings().forEach(group -> group.fields().forEach(one -> values.put(one.key(), one.defaultValue())));
      values.putAll(Map.of("chanyoo.appkey", ChanyooSimulator.APP_KEY, "chanyoo.appsecret", ChanyooSimulator.APP_SECRET,
          "chanyoo.address", gateway));
      Settings settings = new OutboxNode.Fixed(Map.copyOf(values));
      SmsChannel channel =
          (SmsChannel) plugin.extensions(new PluginContext(settings, Clock.systemUTC(), null, null)).get(0);
      return new OutboxNode(new FastClock(start, times).clock(), new SecretBox(KeyRing.parse(key)), settings,
          List.of(channel), (action, subject, before, after) -> { });
    }

    /** Starts a process; what it says is in the log. */
    TiedProcess begin(Path folder, Path log) {
      return TiedProcess.start(folder, log, List.of(ProcessHandle.current().info().command().orElse("java"),
          "-Xshare:auto", "-XX:TieredStopAtLevel=1", "-cp", System.getProperty("java.class.path"),
          OutboxProcess.class.getName(), database.url(), database.user(), database.password(), key, gateway,
          start.toString(), Integer.toString(times), wanted.toString()));
    }
  }

  /** Runs until it is killed. */
  public static void main(String[] arguments) throws InterruptedException {
    Run run = new Run(new Database("mariadb", arguments[0], arguments[1], arguments[2]), arguments[3], arguments[4],
        Instant.parse(arguments[5]), Integer.parseInt(arguments[6]), Path.of(arguments[7]));
    BareBeans beans = run.node().on(run.database());
    ScheduledExecutorService chores = Executors.newScheduledThreadPool(4);
    OutboxProcess node = new OutboxProcess(beans, run.wanted());
    // Made here: bare beans are not made by several threads at once.
    beans.get(Notices.class);
    NoticeWorker worker = beans.get(NoticeWorker.class);
    NoticeRecovery recovery = beans.get(NoticeRecovery.class);
    SmsParts.giveUp(beans);
    repeat(chores, 20, node::takeOrders);
    repeat(chores, 200, worker::run);
    repeat(chores, 500, recovery::run);
    repeat(chores, 500, () -> SmsParts.giveUp(beans));
    chores.awaitTermination(1, TimeUnit.HOURS);
  }

  private static void repeat(ScheduledExecutorService on, long millis, Runnable chore) {
    on.scheduleWithFixedDelay(() -> {
      try {
        chore.run();
      } catch (RuntimeException databaseGone) {
        LOG.log(Level.INFO, "again in a moment: {0}", databaseGone.toString());
      }
    }, 0, millis, TimeUnit.MILLISECONDS);
  }

  /** Orders from the first on: a new process takes them all again, as a customer who saw no answer would. */
  private void takeOrders() {
    int target = target();
    while (taken < target) {
      int last = Math.min(target, taken + ORDERS_A_TRANSACTION);
      int first = taken;
      beans.transactions().inOne(() -> {
        for (int order = first; order < last; order++) {
          beans.get(Notices.class).add(Outbox.notice("N" + order, phone(order)));
        }
        return null;
      });
      taken = last;
    }
  }

  /** Each order has a customer of its own. */
  static PhoneNumber phone(int order) {
    return new PhoneNumber("+86139%08d".formatted(order));
  }

  private int target() {
    try {
      return Integer.parseInt(Files.readString(wanted).strip());
    } catch (IOException | NumberFormatException beingWritten) {
      return taken;
    }
  }
}
