package dev.dianpu.sms;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Clock;
import java.time.Instant;
import java.time.temporal.ChronoUnit;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/**
 * Keeps what gateways tell of what is left. A gateway that tells with every answer would cost a statement for every
 * message: of those one a minute is kept.
 */
@ApplicationScoped
public class ToldBalances {

  /** More is no balance, and does not fit into the column. */
  private static final BigDecimal MOST = new BigDecimal("9999999999");

  /** The minute of the last one kept from an answer, by channel. */
  private final Map<String, Instant> kept = new ConcurrentHashMap<>();

  @Inject BalanceRepository repository;
  @Inject Clock clock;

  /** Reads the balance from an answer to a message; such answers count messages. */
  void learn(String channel, SendOutcome outcome) {
    if (outcome instanceof SendOutcome.Accepted accepted && accepted.balance().isPresent()) {
      Instant minute = minute();
      if (!minute.equals(kept.put(channel, minute))) {
        keep(channel, accepted.balance().get(), Unit.MESSAGES);
      }
    }
  }

  /** Keeps what was asked for. */
  public void keep(String channel, BigDecimal amount, Unit unit) {
    if (amount.abs().compareTo(MOST) < 0) {
      repository.keep(channel, minute(), amount, unit);
    }
  }

  private Instant minute() {
    return clock.instant().truncatedTo(ChronoUnit.MINUTES);
  }
}
