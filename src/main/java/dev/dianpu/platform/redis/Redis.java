package dev.dianpu.platform.redis;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.crypto.SecretBox;
import jakarta.annotation.PostConstruct;
import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.net.URI;
import java.time.Duration;
import java.util.HexFormat;
import java.util.List;
import java.util.concurrent.ThreadLocalRandom;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicReference;
import java.util.concurrent.locks.LockSupport;
import java.util.concurrent.locks.ReentrantLock;
import java.util.function.Function;
import java.util.logging.Logger;
import org.apache.commons.pool2.impl.GenericObjectPoolConfig;
import redis.clients.jedis.Jedis;
import redis.clients.jedis.JedisPool;
import redis.clients.jedis.exceptions.JedisException;

/**
 * The Redis that the operator named. A change reads values, decides in Java what shall stand there, and writes it all by
 * one script that first makes sure that nothing it read has changed: so the rules are the same as for the database, and
 * stand once. Whoever was overtaken begins anew.
 */
@ApplicationScoped
public class Redis {

  private static final Logger LOG = Logger.getLogger(Redis.class.getName());
  private static final int CONNECTIONS = 64;
  private static final int PATIENCE_MILLIS = 1000;
  private static final int ATTEMPTS = 500;
  private static final long LONGEST_WAIT_NANOS = Duration.ofMillis(2).toNanos();
  private static final int PREFIX_BYTES = 8;

  private final AtomicReference<JedisPool> pool = new AtomicReference<>();
  /** Those of one node who were overtaken go one after the other: else they would go on overtaking each other. */
  private final ReentrantLock turn = new ReentrantLock(true);

  @Inject Deployment deployment;
  @Inject SecretBox box;

  /** For the container. */
  protected Redis() {}

  /** Without a container. */
  public Redis(String address, SecretBox box) {
    this.box = box;
    pool.set(pool(address));
  }

  /** Reads the address; Redis itself may come later. A wrong one ends the start, see {@link RedisStart}. */
  @PostConstruct
  void open() {
    try {
      deployment.redis().ifPresent(address -> pool.set(pool(address)));
    } catch (IllegalArgumentException wrong) {
      // Thrown here, it would stand in the log once for each bean that counts, behind a page of traces each time.
      LOG.severe(wrong.getMessage());
    }
  }

  /** Named by the host alone, since an address may hold a password. */
  private static JedisPool pool(String address) {
    URI uri = RedisAddress.of(address);
    GenericObjectPoolConfig<Jedis> config = new GenericObjectPoolConfig<>();
    config.setMaxTotal(CONNECTIONS);
    config.setMaxIdle(CONNECTIONS);
    config.setMaxWait(Duration.ofMillis(2L * PATIENCE_MILLIS));
    config.setJmxEnabled(false);
    return new JedisPool(config, uri, PATIENCE_MILLIS, PATIENCE_MILLIS);
  }

  @PreDestroy
  public void close() {
    JedisPool open = pool.getAndSet(null);
    if (open != null) {
      open.close();
    }
  }

  /** Whether the operator named one. */
  public boolean on() {
    return pool.get() != null;
  }

  /** Reads values together. */
  public Values read(List<String> keys) {
    return call(jedis -> Stored.read(jedis, prefix(), keys).values());
  }

  /**
   * Reads values, and writes what is made of them, all or nothing, unless one of them was changed meanwhile: then it
   * begins anew.
   *
   * @param work decides by the values; may run several times
   * @throws RedisLost when Redis does not answer, or cannot write
   */
  public <T> T change(List<String> keys, Function<Values, T> work) {
    Attempt<T> first = attempt(keys, work);
    if (first.written()) {
      return first.result();
    }
    awaitTurn();
    try {
      for (int i = 0; i < ATTEMPTS; i++) {
        Attempt<T> next = attempt(keys, work);
        if (next.written()) {
          return next.result();
        }
        LockSupport.parkNanos(ThreadLocalRandom.current().nextLong(LONGEST_WAIT_NANOS));
      }
      throw new RedisLost("too many changes at once");
    } finally {
      turn.unlock();
    }
  }

  /** No longer than for a connection: if Redis hangs, those who queue would else wait one after the other. */
  private void awaitTurn() {
    try {
      if (!turn.tryLock(2L * PATIENCE_MILLIS, TimeUnit.MILLISECONDS)) {
        throw new RedisLost("too many changes at once");
      }
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new RedisLost("the shop ends");
    }
  }

  private record Attempt<T>(boolean written, T result) {}

  private <T> Attempt<T> attempt(List<String> keys, Function<Values, T> work) {
    return call(jedis -> {
      Stored stored = Stored.read(jedis, prefix(), keys);
      T result = work.apply(stored.values());
      return new Attempt<>(stored.values().written().isEmpty() || stored.write(jedis), result);
    });
  }

  /** Shops that share one Redis do not meet: the key is this shop's secret. */
  private String prefix() {
    return "dianpu:" + HexFormat.of().formatHex(box.digest("redis", "keys"), 0, PREFIX_BYTES) + ':';
  }

  private <T> T call(Function<Jedis, T> work) {
    JedisPool open = pool.get();
    if (open == null) {
      throw new RedisLost("the shop ends");
    }
    try (Jedis jedis = open.getResource()) {
      return work.apply(jedis);
    } catch (JedisException e) {
      // Whatever else is pooled most likely is as dead.
      open.clear();
      throw new RedisLost(String.valueOf(e.getMessage()), e);
    }
  }

  static byte[] bytes(String text) {
    return text.getBytes(UTF_8);
  }
}
