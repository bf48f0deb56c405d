package dev.dianpu.captcha;

import dev.dianpu.platform.database.Expiring;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Instant;
import javax.sql.DataSource;

/** Answered captchas and send tickets, once their time is over. */
@ApplicationScoped
class SpentCaptchas implements Expiring {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Override
  public int deleteExpired(Instant now, int most) {
    int nonces = new NonceRepository(dataSource).deleteExpired(now, most);
    int tickets = new SendTicketRepository(dataSource).deleteExpired(now, most);
    return Math.max(nonces, tickets);
  }
}
