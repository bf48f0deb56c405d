package dev.dianpu.notification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.sms.SmsParts;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.Rows;
import dev.dianpu.system.TestDatabase;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.stream.IntStream;

/** The outbox on a database of its own, with as many nodes as a test wants. */
final class Outbox implements AutoCloseable {

  static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");
  private static final String WORDING = "{$name}您好，订单{$order}已发货";

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-25T04:00:00Z"));
  final Database database = TestDatabase.migrated();
  final List<SmsChannel> channels = new CopyOnWriteArrayList<>();
  final List<String> logged = new CopyOnWriteArrayList<>();
  final List<BareBeans> nodes = new ArrayList<>();
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  private final Map<String, String> settings = Map.of("sms.signature", "", "sms.stuck-after", "60", "shop.name", "好店", "shop.zone", "Asia/Shanghai",
      "notification.tries", "4", "notification.first-wait", "30", "notification.growth", "2");

  Outbox(int howMany) {
    OutboxNode node = new OutboxNode(clock, box, new OutboxNode.Fixed(settings), channels,
        (action, subject, before, after) -> logged.add(action + " " + subject + " " + after));
    IntStream.range(0, howMany).forEach(i -> nodes.add(node.on(database)));
  }

  /** No notice, no channel. */
  void reset() {
    channels.clear();
    logged.clear();
    execute("delete from notice");
    execute("delete from sms_message");
    execute("delete from sms_channel_pause");
    forget();
  }

  void forget() {
    nodes.forEach(SmsParts::forget);
  }

  RecordingChannel channel(String id) {
    RecordingChannel channel = new RecordingChannel(id);
    channels.add(channel);
    return channel;
  }

  /** The first node, or the only one. */
  BareBeans node() {
    return nodes.get(0);
  }

  static Notice notice(String order, PhoneNumber phone) {
    return new Notice("order.shipped", order, phone, "shipped", WORDING, Map.of("name", "王小明", "order", order));
  }

  /** A row, as if its transaction had been committed on a node that died at once: nobody is woken. */
  void queued(int from, int to) {
    NoticeRepository repository = node().get(NoticeRepository.class);
    NoticeSecrets secrets = node().get(NoticeSecrets.class);
    node().transactions().inOne(() -> {
      for (int i = from; i < to; i++) {
        PhoneNumber phone = new PhoneNumber("+86139%08d".formatted(i));
        Notice notice = notice("N" + i, phone);
        repository.add(notice, secrets.digest(phone), secrets.sealPhone(phone),
            secrets.sealVariables(phone, notice.variables()),
            new NoticeRepository.Times(clock.instant(), clock.instant()));
      }
      return null;
    });
  }

  /** Lets a node work until nothing that is due is left. */
  void work(BareBeans node) {
    node.get(NoticeWorker.class).run();
    until("all are sent", () -> node.get(NoticeWorker.class).idle());
  }

  /** Later, and whatever is kept in memory for a second is forgotten. */
  void later(Duration step) {
    clock.forward(step);
    forget();
  }

  /** A second after the end of every claim: chores that find what dead nodes left. */
  void recover() {
    later(NoticeWorker.CLAIM.plusSeconds(1));
    SmsParts.giveUp(node());
    node().get(NoticeRecovery.class).run();
  }

  static void until(String what, java.util.function.BooleanSupplier happened) {
    long end = System.nanoTime() + Duration.ofSeconds(60).toNanos();
    while (!happened.getAsBoolean()) {
      assertThat(System.nanoTime()).as("waiting until " + what).isLessThan(end);
      java.util.concurrent.locks.LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(5));
    }
  }

  /** All rows, columns joined by a space, rows by a comma. */
  String read(String sql) {
    return new Rows(database).read(sql);
  }

  void execute(String sql) {
    new Rows(database).execute(sql);
  }

  @Override
  public void close() {
    nodes.forEach(BareBeans::close);
  }
}
