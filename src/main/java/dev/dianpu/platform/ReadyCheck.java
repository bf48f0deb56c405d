package dev.dianpu.platform;

import dev.dianpu.platform.database.ShopDatabase;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/** {@code /health/ready}: up when pages are served, the installer's being pages, too. */
@Readiness
@ApplicationScoped
public class ReadyCheck implements HealthCheck {

  @Inject ShopDatabase database;

  @Override
  public HealthCheckResponse call() {
    ShopDatabase.State state = database.state();
    return HealthCheckResponse.named("database").withData("state", state.name())
        .status(state == ShopDatabase.State.READY || state == ShopDatabase.State.EMPTY).build();
  }
}
