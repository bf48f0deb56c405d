package dev.dianpu.sms;

import dev.dianpu.bench.Load;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome.Accepted;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Sending with every row of the journal committed ({@code innodb_flush_log_at_trx_commit=1}) before and after the call,
 * through a channel that answers at once.
 */
public final class JournalBench {

  private static final AtomicLong NEXT = new AtomicLong(13_000_000_000L);

  private JournalBench() {}

  /** Prints a line. */
  public static void main(String[] arguments) throws Exception {
    try (SmsBeans room = new SmsBeans()) {
      room.channels.add(new SilentChannel());
      SmsSender sender = room.beans.get(SmsSender.class);
      long rate = Load.rate(64, () -> sender.send(SmsRequest.of(MessageKind.NOTICE,
          new PhoneNumber("+86" + NEXT.incrementAndGet()), "register", SmsBeans.WORDING, SmsBeans.VALUES)).outcome()
          instanceof Accepted);
      System.out.println("| journal committed, 64 threads | " + rate + " /s |");
    }
    System.exit(0);
  }
}
