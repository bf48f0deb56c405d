package dev.dianpu.sms;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsReportSource;
import dev.dianpu.spi.SmsReportSource.Reports;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Fetches receipts and replies each minute where gateways keep them; of several nodes one does. What was fetched is
 * written down at once, since the gateway has forgotten it, and then goes the way of what is pushed.
 */
@ApplicationScoped
class FetchReports implements Chore {

  /** So many calls in one run at most. */
  static final int MOST = 50;

  private static final Logger LOG = Logger.getLogger(FetchReports.class.getName());
  private static final Duration INTERVAL = Duration.ofMinutes(1);
  /** Clocks and runs are not exact. */
  private static final Duration SLACK = Duration.ofSeconds(5);

  @Inject Extensions<SmsChannel> channels;
  @Inject CallbackRepository repository;
  @Inject ReceiveEvents receive;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Fetching receipts and replies";
  }

  @Override
  public Duration interval() {
    return INTERVAL;
  }

  @Override
  public void run() {
    for (SmsChannel channel : channels.all()) {
      if (channel instanceof SmsReportSource source && source.problems().isEmpty() && claim(source.id())) {
        try {
          fetch(source);
        } catch (RuntimeException e) {
          LOG.log(Level.WARNING, "Fetching the reports of " + source.id() + " failed; the next try comes in a minute", e);
        }
      }
    }
  }

  private boolean claim(String channel) {
    Instant now = clock.instant();
    return repository.claimFetch(channel, now.minus(INTERVAL).plus(SLACK), now);
  }

  private void fetch(SmsReportSource source) {
    boolean more = true;
    for (int call = 0; more && call < MOST; call++) {
      Reports reports = source.fetch();
      receive.keep(source.id(), reports.events());
      // A gateway that says "more" and gives nothing would be asked for ever.
      more = reports.more() && !reports.events().isEmpty();
      if (!reports.answer().explanation().isEmpty()) {
        LOG.log(Level.FINE, "{0} handed out no reports: {1}",
            new Object[] {source.id(), reports.answer().explanation()});
      }
    }
  }
}
