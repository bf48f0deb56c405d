package dev.dianpu.platform.redis;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Settings;
import dev.dianpu.system.MapSettings;
import dev.dianpu.system.TestRedis;
import java.time.Clock;
import java.util.Map;
import javax.sql.DataSource;

/**
 * A node's choice of where to count, in a bare JVM.
 *
 * @param redis that was chosen, or one that is off
 */
public record TestStores(Stores stores, Redis redis) implements AutoCloseable {

  /** As of a shop without Redis. */
  public static TestStores database(DataSource dataSource, Clock clock) {
    Redis none = new Redis();
    return new TestStores(new Stores(none, dataSource, settings(Stores.REFUSE), clock), none);
  }

  /** As of one with the Redis of the tests, and it is the only place where anything is counted. */
  public static TestStores redis(DataSource dataSource, Clock clock, SecretBox box) {
    return redis(TestRedis.address(), dataSource, clock, box, settings(Stores.REFUSE));
  }

  /** As of one with this Redis. */
  public static TestStores redis(
      String address, DataSource dataSource, Clock clock, SecretBox box, Settings settings) {
    Redis redis = new Redis(address, box);
    return new TestStores(new Stores(redis, dataSource, settings, clock), redis);
  }

  /** As if Redis had never been used with this database, where another test's key was. */
  public static void forget(DataSource dataSource) {
    new Sql(dataSource).update("delete from redis_state");
  }

  /** What an owner chose. */
  public static MapSettings settings(String ifLost) {
    return MapSettings.of(Map.of(Stores.SETTING, ifLost));
  }

  /** As the shop does each two seconds. */
  public void look() {
    stores.look();
  }

  @Override
  public void close() {
    redis.close();
  }
}
