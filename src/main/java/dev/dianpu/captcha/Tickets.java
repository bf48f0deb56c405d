package dev.dianpu.captcha;

import dev.dianpu.spi.Purpose;
import java.time.Instant;
import java.util.Optional;

/** Where send tickets are kept; none is used once too often, however many try at once. */
interface Tickets {

  /** The ticket with a send left, of this session, phone and purpose. */
  Optional<Long> find(long sessionId, byte[] phoneDigest, Purpose purpose, Instant now);

  /** A new one, its first send taken. */
  long insert(long sessionId, byte[] phoneDigest, Purpose purpose, Instant expiresAt);

  /** Takes a send; false if none is left. */
  boolean use(long id, Instant now);

  /** Gives a send back. */
  void giveBack(long id);
}
