package dev.dianpu.guard;

import dev.dianpu.platform.AdminAlerts;
import dev.dianpu.platform.redis.Stores;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Tells the owner on every page of the admin that limits are not counted where the operator wants them. */
@ApplicationScoped
class StoreAlerts implements AdminAlerts {

  private static final String PAGE = "/admin/limits";

  @Inject Stores stores;

  @Override
  public List<Alert> alerts() {
    Stores.State state = stores.state();
    List<Alert> alerts = new ArrayList<>();
    if (state.place() == Stores.Place.NOWHERE || state.place() == Stores.Place.DATABASE_MEANWHILE) {
      alerts.add(new Alert("redis.alert." + state.place(), PAGE));
    }
    if (state.dataLostAt().isPresent()) {
      alerts.add(new Alert("redis.alert.data-lost", PAGE));
    }
    return alerts;
  }
}
