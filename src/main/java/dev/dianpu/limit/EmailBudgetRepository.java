package dev.dianpu.limit;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;

/** Counters of mails, one row per subject; a held row belongs to the caller's transaction. */
@ApplicationScoped
class EmailBudgetRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  private Sql sql() {
    return new Sql(dataSource);
  }

  /** The row, held until the transaction ends; made if there is none, begun anew if its window is over. */
  EmailBudgets.Used hold(byte[] subject, Instant now, Instant end) {
    // The assignments run from left to right: sends still sees the old end.
    sql().update("insert into email_budget (subject, sends, last_at, ends_at) values (?, 0, '1970-01-02', ?)"
        + " on duplicate key update sends = if(ends_at <= ?, 0, sends), ends_at = if(ends_at <= ?, ?, ends_at)",
        subject, end, now, now, end);
    return sql().first(row -> new EmailBudgets.Used(row.getLong(1), Sql.instant(row.getObject(2)), Sql.instant(row.getObject(3))),
        "select sends, last_at, ends_at from email_budget where subject = ? for update", subject).orElseThrow();
  }

  void count(byte[] subject, Instant now) {
    sql().update("update email_budget set sends = sends + 1, last_at = ? where subject = ?", now, subject);
  }

  int deleteOld(Instant now, int most) {
    return sql().update("delete from email_budget where ends_at < ? order by ends_at limit ?", now, most);
  }
}
