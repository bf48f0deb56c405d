package dev.dianpu.spi;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import java.util.Objects;

/** A channel that can find out whether address and keys work, without sending an SMS. */
public interface SmsConnectionTest extends SmsChannel {

  /** Asks the gateway. */
  Connection testConnection();

  /**
   * What came of it.
   *
   * @param works whether the gateway knows us and would take an SMS, as far as it can be told
   * @param answer what it said; its explanation is empty only if it works
   */
  record Connection(boolean works, GatewayAnswer answer) {
    public Connection {
      Objects.requireNonNull(answer);
    }
  }
}
