package dev.dianpu.guard;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

/** The rows of {@code guard_test_number}. */
@ApplicationScoped
class TestNumberRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** A row as it is kept. */
  record Row(long id, byte[] digest, String phone, String code, Instant endsAt) {}

  List<Row> all() {
    return new Sql(dataSource).all(row -> new Row(row.getLong(1), row.getBytes(2), row.getString(3), row.getString(4),
            Sql.instant(row.getObject(5))),
        "select id, phone_digest, phone_sealed, code_sealed, ends_at from guard_test_number order by id");
  }

  /** Adds a number, or gives it another code and end. */
  void put(Row row, Instant now) {
    new Sql(dataSource).update("insert into guard_test_number (phone_digest, phone_sealed, code_sealed, ends_at,"
            + " created_at) values (?, ?, ?, ?, ?) on duplicate key update phone_sealed = values(phone_sealed),"
            + " code_sealed = values(code_sealed), ends_at = values(ends_at)",
        row.digest(), row.phone(), row.code(), row.endsAt(), now);
  }

  boolean remove(long id) {
    return new Sql(dataSource).update("delete from guard_test_number where id = ?", id) == 1;
  }
}
