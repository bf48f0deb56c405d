package dev.dianpu.captcha;

import dev.dianpu.platform.redis.Redis;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;

/** Nonces in Redis; each goes by itself once its captcha is worth nothing anyway. */
record RedisNonces(Redis redis, Clock clock) implements Nonces {

  /** The clocks of two nodes are not quite alike. */
  private static final Duration SKEW = Duration.ofMinutes(1);

  @Override
  public boolean burn(String nonce, Instant expiresAt) {
    String key = "nonce:" + nonce;
    return redis.change(List.of(key), values -> {
      boolean fresh = values.get(key).isEmpty();
      if (fresh) {
        values.set(key, new byte[] {1}, Duration.between(clock.instant(), expiresAt).plus(SKEW));
      }
      return fresh;
    });
  }
}
