package dev.dianpu.spi;

import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import java.util.List;
import java.util.Objects;

/** A channel whose gateway keeps receipts and replies until they are fetched. */
public interface SmsReportSource extends SmsChannel {

  /** Fetches what has come since the last call; the gateway forgets what it handed out. */
  Reports fetch();

  /**
   * What was fetched.
   *
   * @param events in their order
   * @param more whether the gateway may have more at once
   * @param answer what the gateway said; its explanation is empty unless the call failed
   */
  record Reports(List<SmsEvent> events, boolean more, GatewayAnswer answer) {
    public Reports {
      events = List.copyOf(events);
      Objects.requireNonNull(answer);
    }
  }
}
