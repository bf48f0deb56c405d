package dev.dianpu.catalog;

import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/**
 * Lists show and order by a price that stands with the goods: when a promotion begins or ends, it and the pages are
 * brought up to date within half a minute. What is charged does not wait for it ({@link Skus}).
 */
@ApplicationScoped
public class Promotions implements Chore {

  @Inject ShownPriceRepository prices;
  @Inject GoodsSums sums;
  @Inject Versions versions;
  @Inject Clock clock;

  @Override
  public String name() {
    return "Beginning and ending promotions";
  }

  @Override
  public Duration interval() {
    return Duration.ofSeconds(30);
  }

  @Override
  @Transactional
  public void run() {
    List<Long> stale = prices.stale(clock.instant());
    if (!stale.isEmpty()) {
      sums.lock(stale);
      sums.write(stale);
      versions.bump("catalog");
    }
  }
}
