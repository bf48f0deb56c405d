package dev.dianpu.platform.redis;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import org.eclipse.microprofile.health.HealthCheck;
import org.eclipse.microprofile.health.HealthCheckResponse;
import org.eclipse.microprofile.health.Readiness;

/**
 * A line of {@code /health/ready}: where is counted. Up whatever it says: pages are served without Redis, and a node
 * taken out of service for it would take all of them.
 */
@Readiness
@ApplicationScoped
public class StoreCheck implements HealthCheck {

  @Inject Stores stores;

  @Override
  public HealthCheckResponse call() {
    Stores.State state = stores.state();
    return HealthCheckResponse.named("limits").withData("store", state.place().name())
        .withData("redis", state.problem().isPresent() ? "LOST" : state.place() == Stores.Place.DATABASE ? "NONE" : "THERE")
        .up().build();
  }
}
