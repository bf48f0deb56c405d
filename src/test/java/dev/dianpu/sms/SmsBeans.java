package dev.dianpu.sms;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.BareEvent;
import dev.dianpu.system.BareExecutor;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.Rows;
import dev.dianpu.system.TestDatabase;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Clock;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.concurrent.CopyOnWriteArrayList;

/** The room on a database of its own. */
final class SmsBeans implements AutoCloseable {

  static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");
  static final String WORDING = "验证码{$verify_code}，{$minutes}分钟内有效";
  static final Map<String, String> VALUES = Map.of("verify_code", "481516", "minutes", "5");

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T04:00:00Z"));
  final Database database = TestDatabase.migrated();
  final List<SmsChannel> channels = new CopyOnWriteArrayList<>();
  final List<PhonePolicy> policies = new CopyOnWriteArrayList<>();
  final Map<String, String> settings = new HashMap<>();
  /** References of messages that arrived though no gateway had said that it took them. */
  final List<String> confirmed = new CopyOnWriteArrayList<>();
  private final SecretBox box = new SecretBox(KeyRing.parse(KeyRing.generate()));
  final BareBeans beans = node();

  SmsBeans() {
    reset();
  }

  /** A node more on the same database. */
  BareBeans node() {
    return new BareBeans(database, SmsParts.ENTITIES.toArray(Class<?>[]::new))
        .with(Clock.class, clock)
        .with(SecretBox.class, box)
        .with(Settings.class, MapSettings.over(settings))
        .with(AdminLog.class, (action, subject, before, after) -> { })
        .with(Versions.class, new OneNode())
        .with(SmsParts.CONFIRMED, new BareEvent<MessageFates.Confirmed>(message -> confirmed.add(message.reference())))
        .with(ManagedExecutorService.class, BareExecutor.start())
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.SmsChannel>", (Extensions<SmsChannel>) () -> channels)
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.PhonePolicy>", (Extensions<PhonePolicy>) () -> policies);
  }

  /** No channel, no message, the settings of a new shop. */
  void reset() {
    channels.clear();
    policies.clear();
    confirmed.clear();
    settings.clear();
    settings.putAll(Map.of("sms.signature", "", "sms.stuck-after", "60", "sms.price", "0.05", "sms.keep-events", "180",
        "shop.name", "好店", "sms.opt-out-words", OptOutWords.DEFAULT));
    execute("delete from sms_message");
    execute("delete from sms_channel_pause");
    execute("delete from sms_route");
    execute("delete from sms_template");
    execute("delete from sms_event");
    execute("delete from sms_channel_callback");
    execute("delete from sms_number_rule");
    execute("delete from sms_bulk");
    execute("delete from sms_opt_out");
    forget();
  }

  /** What is kept in memory is read again, as after 清除缓存. */
  void forget() {
    Versions.Changed cleared = new Versions.Changed("cache");
    beans.get(ChannelPauses.class).forget(cleared);
    beans.get(Routes.class).forget(cleared);
    beans.get(FiledTexts.class).forget(cleared);
    beans.get(NumberRules.class).forget(cleared);
  }

  /** Places a channel. */
  void route(MessageKind kind, String channel, int place, int weight) {
    beans.get(RouteRepository.class).save(kind, new Route(channel, place, weight));
    forget();
  }

  FakeChannel channel(String id) {
    FakeChannel channel = new FakeChannel(id);
    channels.add(channel);
    return channel;
  }

  Sent send() {
    return send("");
  }

  Sent send(String avoid) {
    return beans.get(SmsSender.class)
        .send(SmsRequest.of(MessageKind.CODE, PHONE, "register", WORDING, VALUES).avoiding(avoid));
  }

  /** All rows, columns joined by a space, rows by a comma; read by a connection that sees what is committed only. */
  String read(String sql) {
    return new Rows(database).read(sql);
  }

  void execute(String sql) {
    new Rows(database).execute(sql);
  }

  @Override
  public void close() {
    beans.close();
  }

  /** Tells nobody but this node. */
  private final class OneNode extends Versions {

    @Override
    public void bump(String topic) {}

    @Override
    public void look() {
      forget();
    }
  }
}
