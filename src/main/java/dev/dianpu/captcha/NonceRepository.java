package dev.dianpu.captcha;

import dev.dianpu.platform.database.Sql;
import java.time.Instant;
import java.util.HexFormat;
import javax.sql.DataSource;

/** The nonces of answered captchas. */
final class NonceRepository implements Nonces {

  private final Sql sql;

  NonceRepository(DataSource dataSource) {
    sql = new Sql(dataSource);
  }

  @Override
  public boolean burn(String nonce, Instant expiresAt) {
    return sql.update("insert ignore into captcha_nonce (nonce, expires_at) values (?, ?)",
        HexFormat.of().parseHex(nonce), expiresAt) == 1;
  }

  int deleteExpired(Instant now, int most) {
    return sql.update("delete from captcha_nonce where expires_at < ? order by expires_at limit ?", now, most);
  }
}
