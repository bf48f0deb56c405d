package dev.dianpu.platform.session;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Sessions in the database; each method is one statement, in the caller's transaction if there is one. */
@ApplicationScoped
class SessionRepository {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  private Sql sql() {
    return new Sql(dataSource);
  }

  Optional<Session> find(byte[] tokenHash, Instant now) {
    return sql().first(row -> new Session(row.getLong(1), Optional.ofNullable(row.getObject(2, Long.class))),
        "select id, member_id from session where token_hash = ? and expires_at > ?", tokenHash, now);
  }

  long insert(byte[] tokenHash, Optional<Long> memberId, Instant createdAt, Instant expiresAt) {
    return sql().insert("insert into session (token_hash, member_id, created_at, expires_at) values (?, ?, ?, ?)",
        tokenHash, memberId.orElse(null), createdAt, expiresAt);
  }

  void delete(byte[] tokenHash) {
    sql().update("delete from session where token_hash = ?", tokenHash);
  }

  void deleteOf(long memberId) {
    sql().update("delete from session where member_id = ?", memberId);
  }

  int deleteExpired(Instant now, int most) {
    return sql().update("delete from session where expires_at < ? order by expires_at limit ?", now, most);
  }
}
