package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.redis.Redis;
import dev.dianpu.platform.redis.RedisNumbers;
import dev.dianpu.platform.redis.Values;
import dev.dianpu.spi.Purpose;
import java.nio.ByteBuffer;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Send tickets in Redis: one value each, under a number that session, phone and purpose give. */
record RedisTickets(Redis redis, SecretBox box, Clock clock) implements Tickets {

  /** A value. */
  private record Ticket(int sends, Instant expiresAt) {

    static Optional<Ticket> of(Optional<byte[]> value, Instant now) {
      return value.map(ByteBuffer::wrap).map(bytes -> new Ticket(bytes.getInt(), Instant.ofEpochMilli(bytes.getLong())))
          .filter(ticket -> now.isBefore(ticket.expiresAt));
    }

    boolean left() {
      return sends < SendTickets.SENDS;
    }

    byte[] bytes() {
      return ByteBuffer.allocate(Integer.BYTES + Long.BYTES).putInt(sends).putLong(expiresAt.toEpochMilli()).array();
    }
  }

  @Override
  public Optional<Long> find(long sessionId, byte[] phoneDigest, Purpose purpose, Instant now) {
    long id = number(sessionId, phoneDigest, purpose);
    Values values = redis.read(List.of(key(id)));
    return Ticket.of(values.get(key(id)), now).filter(Ticket::left).map(ticket -> id);
  }

  private long number(long sessionId, byte[] phoneDigest, Purpose purpose) {
    return RedisNumbers.of(
        box.digest("ticket", sessionId + "|" + HexFormat.of().formatHex(phoneDigest) + '|' + purpose));
  }

  @Override
  public long insert(long sessionId, byte[] phoneDigest, Purpose purpose, Instant expiresAt) {
    long id = number(sessionId, phoneDigest, purpose);
    return redis.change(List.of(key(id)), values -> {
      set(values, id, new Ticket(1, expiresAt));
      return id;
    });
  }

  @Override
  public boolean use(long id, Instant now) {
    return redis.change(List.of(key(id)), values -> {
      Optional<Ticket> left = Ticket.of(values.get(key(id)), now).filter(Ticket::left);
      left.ifPresent(ticket -> set(values, id, new Ticket(ticket.sends + 1, ticket.expiresAt)));
      return left.isPresent();
    });
  }

  @Override
  public void giveBack(long id) {
    redis.change(List.of(key(id)), values -> {
      Optional<Ticket> used = Ticket.of(values.get(key(id)), clock.instant()).filter(ticket -> ticket.sends > 0);
      used.ifPresent(ticket -> set(values, id, new Ticket(ticket.sends - 1, ticket.expiresAt)));
      return used;
    });
  }

  private void set(Values values, long id, Ticket ticket) {
    values.set(key(id), ticket.bytes(), Duration.between(clock.instant(), ticket.expiresAt));
  }

  private static String key(long id) {
    return "ticket:" + id;
  }
}
