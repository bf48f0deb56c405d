package dev.dianpu.sms;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsConnectionTest;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;

/**
 * Finds out whether channels that are left alone work again, where that costs no SMS: so a shop at night does not wait for
 * the first visitor. Of several nodes one asks.
 */
@ApplicationScoped
class ProbeChannels implements Chore {

  @Inject Extensions<SmsChannel> channels;
  @Inject ChannelPauses pauses;

  @Override
  public String name() {
    return "The probe of SMS channels";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(15);
  }

  @Override
  public void run() {
    for (SmsChannel channel : channels.all()) {
      if (channel instanceof SmsConnectionTest test && pauses.mayTest(channel.id())) {
        pauses.tested(channel.id(), test.testConnection());
      }
    }
  }
}
