package dev.dianpu.spi;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import java.math.BigDecimal;
import java.util.Objects;
import java.util.Optional;

/** A channel whose gateway tells on request what is left of what was bought. */
public interface SmsBalanceSource extends SmsChannel {

  /** Asks the gateway. */
  Balance balance();

  /**
   * What is left.
   *
   * @param amount empty when the gateway did not tell
   * @param unit of the amount
   * @param answer what the gateway said; its explanation is empty only if it told an amount
   */
  record Balance(Optional<BigDecimal> amount, Unit unit, GatewayAnswer answer) {
    public Balance {
      Objects.requireNonNull(amount);
      Objects.requireNonNull(unit);
      Objects.requireNonNull(answer);
    }
  }

  /** What a balance counts. */
  enum Unit {
    /** SMS of one part. */
    MESSAGES,
    /** Yuan. */
    MONEY
  }
}
