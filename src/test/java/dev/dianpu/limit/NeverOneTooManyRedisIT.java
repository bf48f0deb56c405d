package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.system.TestPool;

/** In Redis, to which each node has connections of its own. */
class NeverOneTooManyRedisIT extends NeverOneTooManyContract {

  @Override
  TestStores stores(TestPool pool, SecretBox box) {
    return TestStores.redis(pool, clock, box);
  }
}
