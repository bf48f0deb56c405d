package dev.dianpu.sms.supply;

import dev.dianpu.platform.jobs.Chore;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicReference;

/** Looks each minute whether SMS run out; every node for its own pages, the alarms leave from one. */
@ApplicationScoped
public class SupplyWatch implements Chore {

  private final AtomicReference<List<SupplyWarning>> current = new AtomicReference<>(List.of());

  @Inject Supplies supplies;
  @Inject SupplyWarnings warnings;
  @Inject SupplyAlarms alarms;

  @Override
  public String name() {
    return "Watching what is left of the SMS";
  }

  @Override
  public Duration interval() {
    return Duration.ofMinutes(1);
  }

  @Override
  public void run() {
    supplies.askDue();
    look();
    current().forEach(alarms::raise);
  }

  /** Looks at once, for this node's pages. */
  public void look() {
    current.set(warnings.find());
  }

  /** What was found last. */
  public List<SupplyWarning> current() {
    return current.get();
  }
}
