package dev.dianpu.admin.factor;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** What admins have on file; each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class FactorRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** A row; sealed values are null where there is nothing. */
  record Row(String totpSealed, String phoneSealed, String email, int recovery) {}

  private Sql sql() {
    return new Sql(dataSource);
  }

  Optional<Row> find(long admin) {
    return sql().first(row -> new Row(row.getString(1), row.getString(2), row.getString(3), row.getInt(4)),
        "select totp_sealed, phone_sealed, email, (select count(*) from admin_recovery_code c"
            + " where c.admin_id = f.admin_id and c.used_at is null) from admin_factor f where admin_id = ?", admin);
  }

  void totp(long admin, String sealed, long step, Instant now) {
    sql().update("insert into admin_factor (admin_id, totp_sealed, totp_step, changed_at) values (?, ?, ?, ?)"
        + " on duplicate key update totp_sealed = values(totp_sealed), totp_step = values(totp_step),"
        + " changed_at = values(changed_at)", admin, sealed, step, now);
  }

  void phone(long admin, String sealed, Instant now) {
    sql().update("insert into admin_factor (admin_id, phone_sealed, changed_at) values (?, ?, ?)"
        + " on duplicate key update phone_sealed = values(phone_sealed), changed_at = values(changed_at)",
        admin, sealed, now);
  }

  void email(long admin, String email, Instant now) {
    sql().update("insert into admin_factor (admin_id, email, changed_at) values (?, ?, ?)"
        + " on duplicate key update email = values(email), changed_at = values(changed_at)", admin, email, now);
  }

  /** Takes a time step: of several requests with its code one gets it, and none before it passes afterwards. */
  boolean takeStep(long admin, long step) {
    return sql().update("update admin_factor set totp_step = ? where admin_id = ? and totp_step < ?",
        step, admin, step) == 1;
  }

  void insertRecovery(long admin, byte[] digest, Instant now) {
    sql().update("insert into admin_recovery_code (admin_id, code_digest, created_at) values (?, ?, ?)",
        admin, digest, now);
  }

  boolean useRecovery(long admin, byte[] digest, Instant now) {
    return sql().update("update admin_recovery_code set used_at = ?"
        + " where admin_id = ? and code_digest = ? and used_at is null", now, admin, digest) == 1;
  }

  void deleteRecovery(long admin) {
    sql().update("delete from admin_recovery_code where admin_id = ?", admin);
  }
}
