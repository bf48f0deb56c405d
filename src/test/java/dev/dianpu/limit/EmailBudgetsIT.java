package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.TestStores;
import javax.sql.DataSource;

/** Counted in the database. */
class EmailBudgetsIT extends EmailBudgetsContract {

  @Override
  TestStores stores(DataSource dataSource, SecretBox box) {
    return TestStores.database(dataSource, clock);
  }
}
