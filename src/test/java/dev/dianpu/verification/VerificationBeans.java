package dev.dianpu.verification;

import dev.dianpu.dev.Database;
import dev.dianpu.platform.crypto.KeyRing;
import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.BareBeans;
import dev.dianpu.system.MovableClock;
import dev.dianpu.system.TestDatabase;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;

/** The room on a database of its own. */
final class VerificationBeans implements AutoCloseable {

  static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");
  static final String ADDRESS = "203.0.113.7";
  static final CodePolicy POLICY = new CodePolicy(6, Duration.ofMinutes(5), "{$verify_code} {$minutes}");

  final MovableClock clock = new MovableClock(Instant.parse("2026-11-22T04:00:00Z"));
  final Database database = TestDatabase.migrated();
  final BareBeans beans;
  final Verifications verifications;
  private final TestStores stores;

  VerificationBeans() {
    this(new Codes());
  }

  VerificationBeans(Codes codes) {
    this(codes, false);
  }

  /** The same with tries counted in Redis, if wanted. */
  VerificationBeans(Codes codes, boolean redis) {
    codes.box = new SecretBox(KeyRing.parse(KeyRing.generate()));
    beans = new BareBeans(database, Verification.class)
        .with(Clock.class, clock).with(Codes.class, codes).with(Settings.class, new Defaults());
    stores = redis ? TestStores.redis(database.dataSource(), clock, codes.box)
        : TestStores.database(database.dataSource(), clock);
    beans.with(Stores.class, stores.stores()).with(Redis.class, stores.redis());
    verifications = beans.get(Verifications.class);
  }

  Issued issue(long session) {
    return verifications.issue(session, PHONE, Purpose.REGISTER, POLICY, ADDRESS, 1);
  }

  Check check(long session, String typed) {
    return check(session, typed, ADDRESS);
  }

  Check check(long session, String typed, String address) {
    return verifications.check(session, PHONE, Purpose.REGISTER, typed, address);
  }

  boolean use(long session, Long member) {
    return beans.transactions().inOne(() -> verifications.useProof(session, PHONE, Purpose.REGISTER, member));
  }

  /** A code that is surely not this one. */
  static String notThe(Issued issued) {
    return issued.code().equals("000000") ? "111111" : "000000";
  }

  /** The first column of the first row, as text. */
  String read(String sql) {
    try (Connection connection = database.connect(); ResultSet row = connection.createStatement().executeQuery(sql)) {
      row.next();
      return row.getString(1);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  @Override
  public void close() {
    stores.close();
    beans.close();
  }

  /** As long as nobody saved any. */
  private static final class Defaults implements Settings {

    @Override
    public long number(String key) {
      if (key.equals("sms.stuck-after")) {
        return 60;
      }
      return new TryLimits().groups().stream().flatMap(group -> group.fields().stream())
          .filter(field -> field.key().equals(key)).findFirst().map(field -> Long.parseLong(field.defaultValue()))
          .orElseThrow(() -> new IllegalArgumentException(key));
    }

    @Override
    public String text(String key) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public boolean on(String key) {
      throw new IllegalArgumentException(key);
    }

    @Override
    public String secret(String key) {
      throw new IllegalArgumentException(key);
    }
  }
}
