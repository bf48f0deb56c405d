package dev.dianpu.notification;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.sms.MessageFates;
import dev.dianpu.sms.SmsParts;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.BareEvent;
import dev.dianpu.system.BareExecutor;
import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.time.Clock;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * A node of the shop, as far as the outbox needs one.
 *
 * @param box must be the same for all nodes of a database
 * @param channels as they are at each call
 */
record OutboxNode(Clock clock, SecretBox box, Settings settings, List<SmsChannel> channels, AdminLog log) {

  /** Its beans on this database. */
  BareBeans on(Database database) {
    Class<?>[] entities =
        Stream.concat(Stream.of(NoticeRow.class), SmsParts.ENTITIES.stream()).toArray(Class<?>[]::new);
    BareBeans beans = new BareBeans(database, entities).with(Clock.class, clock).with(SecretBox.class, box)
        .with(Settings.class, settings).with(AdminLog.class, log).with(Versions.class, new Versions())
        .with(ManagedExecutorService.class, BareExecutor.start())
        .with("dev.dianpu.spi.Extensions<dev.dianpu.spi.SmsChannel>", (Extensions<SmsChannel>) () -> channels);
    return beans.with(SmsParts.CONFIRMED, new BareEvent<MessageFates.Confirmed>(
        message -> beans.get(ConfirmedNotices.class).settle(message)));
  }

  /** Settings that nobody changes. */
  record Fixed(Map<String, String> values) implements Settings {

    @Override
    public String text(String key) {
      if (!values.containsKey(key)) {
        throw new IllegalArgumentException(key);
      }
      return values.get(key);
    }

    @Override
    public boolean on(String key) {
      return Boolean.parseBoolean(text(key));
    }

    @Override
    public long number(String key) {
      return Long.parseLong(text(key));
    }

    @Override
    public String secret(String key) {
      return text(key);
    }
  }
}
