package dev.dianpu.guard;

import dev.dianpu.platform.AdminAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tells the owner on every page of the admin that the gate is harder to pass than usual. */
@ApplicationScoped
class GuardAlerts implements AdminAlerts {

  private static final String PAGE = "/admin/guard";

  @Inject Gate gate;

  @Override
  public List<Alert> alerts() {
    List<Alert> alerts = new ArrayList<>();
    Level site = gate.enforced(Subject.SITE);
    if (site != Level.CALM) {
      alerts.add(new Alert("guard.alert.site." + site, PAGE));
    }
    long paused = gate.lasting().stream().filter(standing -> gate.enforced(standing.subject()) == Level.PAUSED).count();
    if (paused > 0) {
      alerts.add(new Alert("guard.alert.paused", PAGE, Long.toString(paused)));
    }
    return alerts;
  }
}
