package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;

/** Counted in Redis. */
class LimitUseRedisIT extends LimitUseContract {

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.redis(pool, clock, box);
  }
}
