package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.RedisNumbers;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import java.util.function.Function;
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
  @Inject Stores stores;
  @Inject Redis redis;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected SendTickets() {}

  /** Without a container. */
  SendTickets(Stores stores, Redis redis, DataSource dataSource, Clock clock, SecretBox box) {
    this.stores = stores;
    this.redis = redis;
    this.dataSource = dataSource;
    this.clock = clock;
    this.box = box;
  }

  /** The ticket by which this session may send again; still to be {@linkplain #use used}. */
  public Optional<Long> live(long sessionId, PhoneNumber phone, Purpose purpose) {
    return now(tickets -> tickets.find(sessionId, digest(phone), purpose, clock.instant()));
  }

  /** Makes a ticket and takes its first send; only for a session that just solved a captcha. */
  public long issue(long sessionId, PhoneNumber phone, Purpose purpose) {
    Instant now = clock.instant();
    return now(tickets -> tickets.insert(sessionId, digest(phone), purpose, now.plus(LIFE)));
  }

  /**
   * Takes one send of a ticket.
   *
   * @return false if none is left or the ticket has expired: a captcha is needed
   */
  public boolean use(long ticketId) {
    return of(ticketId, tickets -> tickets.use(ticketId, clock.instant()), false);
  }

  /** Gives one send back, once for each {@link #use} after which surely nothing was sent. */
  public void giveBack(long ticketId) {
    of(ticketId, tickets -> {
      tickets.giveBack(ticketId);
      return true;
    }, false);
  }

  /** A ticket costs nothing by itself, so it needs no decision of the owner where it is kept. */
  private <T> T now(Function<Tickets, T> work) {
    return stores.ifThere(() -> work.apply(inRedis()), () -> work.apply(inDatabase()));
  }

  private <T> T of(long ticketId, Function<Tickets, T> work, T ifLost) {
    return RedisNumbers.ofRedis(ticketId) ? stores.ifThere(() -> work.apply(inRedis()), () -> ifLost)
        : work.apply(inDatabase());
  }

  private Tickets inRedis() {
    return new RedisTickets(redis, box, clock);
  }

  private Tickets inDatabase() {
    return new SendTicketRepository(dataSource);
  }

  private byte[] digest(PhoneNumber phone) {
    return box.digest("phone", phone.e164());
  }
}
