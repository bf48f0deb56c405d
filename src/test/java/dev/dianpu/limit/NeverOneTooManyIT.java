package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import dev.dianpu.system.TestPool;

/** In the database. */
class NeverOneTooManyIT extends NeverOneTooManyContract {

  @Override
  TestStores stores(TestPool pool, SecretBox box) {
    return TestStores.database(pool, clock);
  }
}
