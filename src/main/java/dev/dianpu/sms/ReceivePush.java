package dev.dianpu.sms;

import dev.dianpu.spi.SmsPushReceiver;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;
import java.util.logging.Level;
import java.util.logging.Logger;

/** A gateway called: read what it says, write it down, and only then let it be answered. Nothing is done about it yet. */
@ApplicationScoped
class ReceivePush {

  private static final Logger LOG = Logger.getLogger(ReceivePush.class.getName());

  @Inject ReceiveEvents receive;

  /** The answer that the gateway waits for; empty when this is no push of it, and nothing was kept. */
  Optional<Reading> receive(SmsPushReceiver channel, Push push) {
    Optional<Reading> reading = read(channel, push);
    reading.ifPresent(read -> receive.keep(channel.id(), read.events()));
    return reading;
  }

  private static Optional<Reading> read(SmsPushReceiver channel, Push push) {
    try {
      return channel.read(push);
    } catch (RuntimeException broken) {
      // A channel must not throw, whatever comes.
      LOG.log(Level.WARNING, "The channel {0} threw {1} at a push",
          new Object[] {channel.id(), broken.getClass().getName()});
      return Optional.empty();
    }
  }
}
