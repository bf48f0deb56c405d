package dev.dianpu.order;

import dev.dianpu.platform.jobs.Chore;
import dev.dianpu.settings.GroupSource;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.List;

/** Calls off what nobody paid in time, so that its pieces can be sold to others. */
@ApplicationScoped
class UnpaidOrders implements Chore, GroupSource {

  private static final String HOURS = "order.unpaid-hours";
  private static final int MONTH = 720;
  private static final int THREE_DAYS = 72;
  private static final int ORDER = 45;
  private static final int BATCH = 50;

  @Inject OrderSearchRepository search;
  @Inject OrderDesk desk;
  @Inject Settings settings;
  @Inject Clock clock;

  @Override
  public List<SettingGroup> groups() {
    return List.of(SettingGroup.of("order", ORDER, SettingField.number(HOURS, THREE_DAYS, 0, MONTH, "hours"))
        .onTab("shipping"));
  }

  @Override
  public String name() {
    return "Cancelling orders that nobody paid";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    long hours = settings.number(HOURS);
    if (hours > 0) {
      search.unpaidSince(clock.instant().minus(Duration.ofHours(hours)), BATCH).forEach(desk::expire);
    }
  }
}
