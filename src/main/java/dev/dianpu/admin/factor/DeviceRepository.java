package dev.dianpu.admin.factor;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/** Admins' browsers in the database; each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class DeviceRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** A device as the login asks for it. */
  record Known(Optional<Instant> trustedUntil) {}

  /** A login on a device. */
  record Login(long admin, byte[] token, String label, String address, Instant at) {}

  private Sql sql() {
    return new Sql(dataSource);
  }

  Optional<Known> find(long admin, byte[] token, Instant seenAfter) {
    return sql().first(row -> new Known(instant(row, 1)), "select trusted_until from admin_device"
        + " where token_hash = ? and admin_id = ? and seen_at > ?", token, admin, seenAfter);
  }

  /** Whether it is a token of ours, of whatever admin: two may use one browser. */
  boolean exists(byte[] token) {
    return sql().number("select 1 from admin_device where token_hash = ? limit 1", token).isPresent();
  }

  void seen(Login login) {
    sql().update("insert into admin_device (admin_id, token_hash, label, address, first_at, seen_at)"
        + " values (?, ?, ?, ?, ?, ?) on duplicate key update label = values(label), address = values(address),"
        + " seen_at = values(seen_at)",
        login.admin(), login.token(), login.label(), login.address(), login.at(), login.at());
  }

  void trust(long admin, byte[] token, Instant until) {
    sql().update("update admin_device set trusted_until = ? where token_hash = ? and admin_id = ?",
        until, token, admin);
  }

  void trustNone(long admin, Instant now) {
    sql().update("update admin_device set trusted_until = null where admin_id = ? and trusted_until > ?", admin, now);
  }

  List<Devices.Device> list(long admin, byte[] here, Instant now, int most) {
    return sql().all(row -> new Devices.Device(row.getLong(1), row.getString(2), row.getString(3),
        Sql.instant(row.getObject(4)), Sql.instant(row.getObject(5)), instant(row, 6).filter(now::isBefore),
        Arrays.equals(here, row.getBytes(7))),
        "select id, label, address, first_at, seen_at, trusted_until, token_hash from admin_device"
            + " where admin_id = ? order by seen_at desc, id desc limit ?", admin, most);
  }

  Optional<String> label(long admin, long id) {
    return sql().first(row -> row.getString(1), "select label from admin_device where id = ? and admin_id = ?",
        id, admin);
  }

  void delete(long admin, long id) {
    sql().update("delete from admin_device where id = ? and admin_id = ?", id, admin);
  }

  int deleteOld(Instant before, int most) {
    return sql().update("delete from admin_device where seen_at < ? order by seen_at limit ?", before, most);
  }

  private static Optional<Instant> instant(ResultSet row, int column) throws SQLException {
    Object value = row.getObject(column);
    return value == null ? Optional.empty() : Optional.of(Sql.instant(value));
  }
}
