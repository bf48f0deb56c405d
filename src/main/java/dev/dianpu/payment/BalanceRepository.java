package dev.dianpu.payment;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.math.BigDecimal;
import java.time.LocalDateTime;
import java.util.List;
import javax.sql.DataSource;

@ApplicationScoped
class BalanceRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  private Sql sql() {
    return new Sql(dataSource);
  }

  BigDecimal amount(long memberId) {
    return sql().first(row -> row.getBigDecimal(1), "select amount from member_balance where member_id = ?", memberId)
        .orElse(BigDecimal.ZERO.setScale(2));
  }

  /** The amount, locked; the row is made if there is none. */
  BigDecimal lock(long memberId) {
    sql().update("insert into member_balance (member_id, amount) values (?, 0)"
        + " on duplicate key update amount = amount", memberId);
    return sql().first(row -> row.getBigDecimal(1),
        "select amount from member_balance where member_id = ? for update", memberId).orElseThrow();
  }

  boolean booked(BalanceReason reason, String reference) {
    return sql().number("select id from balance_entry where reason = ? and reference = ?", reason.name(), reference)
        .isPresent();
  }

  void set(long memberId, BigDecimal amount) {
    sql().update("update member_balance set amount = ? where member_id = ?", amount, memberId);
  }

  void add(long memberId, BalanceEntry entry) {
    sql().insert("insert into balance_entry (member_id, amount, balance, reason, reference, note, created_at)"
            + " values (?, ?, ?, ?, ?, ?, ?)", memberId, entry.amount(), entry.balance(), entry.reason().name(),
        entry.reference(), entry.note(), entry.at());
  }

  List<BalanceEntry> entries(long memberId, long before, int most) {
    return sql().all(row -> new BalanceEntry(row.getLong(1), row.getBigDecimal(2), row.getBigDecimal(3),
            BalanceReason.valueOf(row.getString(4)), row.getString(5), row.getString(6),
            Sql.instant(row.getObject(7, LocalDateTime.class))),
        "select id, amount, balance, reason, reference, note, created_at from balance_entry"
            + " where member_id = ? and id < ? order by id desc limit ?", memberId, before, most);
  }
}
