package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;

/** Counted in the database. */
class LimitUseIT extends LimitUseContract {

  @Override
  TestStores stores(SecretBox box) {
    return TestStores.database(pool, clock);
  }
}
