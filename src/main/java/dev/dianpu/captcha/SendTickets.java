package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Send tickets: proof that a captcha was solved. One holds for one session, one phone and one purpose, for ten minutes
 * and three sends, so that a resend asks for no new captcha.
 */
@ApplicationScoped
public class SendTickets {

  /** How often one ticket sends. */
  public static final int SENDS = 3;

  private static final Duration LIFE = Duration.ofMinutes(10);

  @Inject SecretBox box;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected SendTickets() {}

  /** Without a container. */
  SendTickets(DataSource dataSource, Clock clock, SecretBox box) {
    this.dataSource = dataSource;
    this.clock = clock;
    this.box = box;
  }

  /** The ticket by which this session may send again; still to be {@linkplain #use used}. */
  public Optional<Long> live(long sessionId, PhoneNumber phone, Purpose purpose) {
    return repository().find(sessionId, digest(phone), purpose, clock.instant());
  }

  /** Makes a ticket and takes its first send; only for a session that just solved a captcha. */
  public long issue(long sessionId, PhoneNumber phone, Purpose purpose) {
    Instant now = clock.instant();
    return repository().insert(sessionId, digest(phone), purpose, now.plus(LIFE));
  }

  /**
   * Takes one send of a ticket.
   *
   * @return false if none is left or the ticket has expired: a captcha is needed
   */
  public boolean use(long ticketId) {
    return repository().use(ticketId, clock.instant());
  }

  /** Gives one send back, once for each {@link #use} after which surely nothing was sent. */
  public void giveBack(long ticketId) {
    repository().giveBack(ticketId);
  }

  private SendTicketRepository repository() {
    return new SendTicketRepository(dataSource);
  }

  private byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }
}
