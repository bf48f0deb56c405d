package dev.dianpu.platform.redis;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** What all nodes must know of Redis when it is gone: the row of {@code redis_state}, in transactions of its own. */
@ApplicationScoped
@Transactional(Transactional.TxType.NOT_SUPPORTED)
class RedisStateRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected RedisStateRepository() {}

  /** Without a container. */
  RedisStateRepository(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * The row.
   *
   * @param marked whether Redis was given something once
   * @param dataLostAt when Redis was found without what it had; empty if it never was
   * @param databaseUntil until when the database counts in its place; empty if it never had to
   */
  record Row(boolean marked, Optional<Instant> dataLostAt, Optional<Instant> databaseUntil) {}

  Row read() {
    return new Sql(dataSource).first(row -> new Row(row.getObject(3) != null,
            Optional.ofNullable(row.getObject(1)).map(Sql::instant),
            Optional.ofNullable(row.getObject(2)).map(Sql::instant)),
        "select data_lost_at, database_until, marked_at from redis_state where id = 1")
        .orElse(new Row(false, Optional.empty(), Optional.empty()));
  }

  void marked(Instant now) {
    new Sql(dataSource).update("insert into redis_state (id, marked_at) values (1, ?)"
        + " on duplicate key update marked_at = coalesce(marked_at, ?)", now, now);
  }

  void dataLost(Instant now) {
    new Sql(dataSource).update("update redis_state set data_lost_at = ? where id = 1", now);
  }

  /** Also where Redis was never reached at all. */
  void countInDatabase(Instant until) {
    new Sql(dataSource).update("insert into redis_state (id, database_until) values (1, ?)"
        + " on duplicate key update database_until = greatest(coalesce(database_until, ?), ?)", until, until, until);
  }
}
