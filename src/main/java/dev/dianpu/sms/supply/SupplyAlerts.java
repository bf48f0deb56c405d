package dev.dianpu.sms.supply;

import dev.dianpu.platform.AdminAlerts;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;

/** The same warnings as a banner on every page of the admin. */
@ApplicationScoped
class SupplyAlerts implements AdminAlerts {

  @Inject SupplyWatch watch;
  @Inject SupplyAlarms alarms;

  @Override
  public List<Alert> alerts() {
    return watch.current().stream().map(warning ->
        new Alert("supply.alert." + warning.kind(), List.of(alarms.arguments(warning)), warning.href())).toList();
  }
}
