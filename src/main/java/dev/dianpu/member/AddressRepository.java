package dev.dianpu.member;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class AddressRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** An address as it is stored. */
  record Row(long id, String consignee, String phoneSealed, int region, String streetSealed, boolean preferred) {}

  private Sql sql() {
    return new Sql(dataSource);
  }

  /** The preferred one first, then the newest. */
  List<Row> of(long memberId) {
    return sql().all(row -> new Row(row.getLong(1), row.getString(2), row.getString(3), row.getInt(4), row.getString(5),
            row.getBoolean(6)),
        "select id, consignee, phone_sealed, region, street_sealed, preferred from member_address where member_id = ?"
            + " order by preferred desc, id desc", memberId);
  }

  /** Locks the member, so that of two forms at once the second counts what the first added. */
  void lock(long memberId) {
    sql().number("select id from member where id = ? for update", memberId);
  }

  long add(long memberId, Row row, Instant now) {
    return sql().insert("insert into member_address (member_id, consignee, phone_sealed, region, street_sealed,"
            + " preferred, created_at) values (?, ?, ?, ?, ?, ?, ?)", memberId, row.consignee(), row.phoneSealed(), row.region(),
        row.streetSealed(), row.preferred(), now);
  }

  void change(long memberId, Row row) {
    sql().update("update member_address set consignee = ?, phone_sealed = ?, region = ?, street_sealed = ?,"
            + " preferred = ? where id = ? and member_id = ?", row.consignee(), row.phoneSealed(), row.region(), row.streetSealed(),
        row.preferred(), row.id(), memberId);
  }

  void preferNone(long memberId) {
    sql().update("update member_address set preferred = false where member_id = ? and preferred = true", memberId);
  }

  void removeAll(long memberId) {
    sql().update("delete from member_address where member_id = ?", memberId);
  }

  void remove(long memberId, long id) {
    sql().update("delete from member_address where id = ? and member_id = ?", id, memberId);
  }
}
