package dev.dianpu.limit;

import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.RedisLost;
import dev.dianpu.platform.redis.RedisNumbers;
import dev.dianpu.platform.redis.Stores;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.logging.Logger;
import javax.sql.DataSource;

/** The store that counts now, and the one that a reservation was made in. */
@ApplicationScoped
class SendStores {

  private static final Logger LOG = Logger.getLogger(SendStores.class.getName());

  @Inject Stores stores;
  @Inject Redis redis;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected SendStores() {}

  /** Without a container. */
  SendStores(Stores stores, Redis redis, DataSource dataSource, Clock clock) {
    this.stores = stores;
    this.redis = redis;
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /** Does it in the store that counts now. */
  <T> T now(Function<SendStore, T> work) {
    return stores.either(() -> work.apply(inRedis()), () -> work.apply(inDatabase()));
  }

  /** Reads in the store that counts now; where that is none, in the database, so that an owner sees the page at all. */
  <T> T shown(Function<SendStore, T> reading) {
    try {
      return now(reading);
    } catch (RedisLost lost) {
      return reading.apply(inDatabase());
    }
  }

  /**
   * Gives back where it was taken. Redis may be lost meanwhile: then the units stay taken, which lets nothing through that
   * should not, and whoever gives back is in the middle of something that must not fail for it.
   */
  void giveBack(long id, GiveBack what) {
    if (!RedisNumbers.ofRedis(id)) {
      inDatabase().giveBack(id, what);
      return;
    }
    try {
      inRedis().giveBack(id, what);
    } catch (RedisLost lost) {
      LOG.warning("A send was not given back: Redis is lost");
    }
  }

  /** Reservations of both stores. */
  Map<Long, SendStore.Taken> find(Collection<Long> ids) {
    List<Long> ofRedis = ids.stream().filter(RedisNumbers::ofRedis).toList();
    List<Long> others = ids.stream().filter(id -> !RedisNumbers.ofRedis(id)).toList();
    Map<Long, SendStore.Taken> found = new HashMap<>(inDatabase().find(others));
    if (!ofRedis.isEmpty()) {
      found.putAll(stores.ifThere(() -> inRedis().find(ofRedis), Map::of));
    }
    return found;
  }

  private SendStore inRedis() {
    return new RedisSends(redis, clock);
  }

  private SendStore inDatabase() {
    return new DatabaseSends(dataSource, clock);
  }
}
