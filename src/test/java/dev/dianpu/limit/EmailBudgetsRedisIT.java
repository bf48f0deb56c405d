package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import javax.sql.DataSource;

/** Counted in Redis. */
class EmailBudgetsRedisIT extends EmailBudgetsContract {

  @Override
  TestStores stores(DataSource dataSource, SecretBox box) {
    return TestStores.redis(dataSource, clock, box);
  }
}
