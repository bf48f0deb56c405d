package dev.dianpu.captcha;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Purpose;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/** Send tickets in the database; each method is one statement, so that none can be used once too often. */
final class SendTicketRepository implements Tickets {

  private final Sql sql;

  SendTicketRepository(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public Optional<Long> find(long sessionId, byte[] phoneDigest, Purpose purpose, Instant now) {
    return sql.number("select max(id) from send_ticket where session_id = ? and phone_digest = ? and purpose = ?"
        + " and sends < ? and expires_at > ?", sessionId, phoneDigest, purpose.name(), SendTickets.SENDS, now);
  }

  @Override
  public long insert(long sessionId, byte[] phoneDigest, Purpose purpose, Instant expiresAt) {
    return sql.insert("insert into send_ticket (session_id, phone_digest, purpose, sends, expires_at)"
            + " values (?, ?, ?, 1, ?)",
        sessionId, phoneDigest, purpose.name(), expiresAt);
  }

  @Override
  public boolean use(long id, Instant now) {
    return sql.update("update send_ticket set sends = sends + 1 where id = ? and sends < ? and expires_at > ?",
        id, SendTickets.SENDS, now) == 1;
  }

  @Override
  public void giveBack(long id) {
    sql.update("update send_ticket set sends = sends - 1 where id = ? and sends > 0", id);
  }

  int deleteExpired(Instant now, int most) {
    return sql.update("delete from send_ticket where expires_at < ? order by expires_at limit ?", now, most);
  }
}
