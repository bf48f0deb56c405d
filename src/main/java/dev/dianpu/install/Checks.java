package dev.dianpu.install;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;

/** Everything that is looked at before installing, anew at each call. */
@ApplicationScoped
class Checks {

  @Inject DatabaseChecks database;
  @Inject ServerChecks server;

  List<Check> run() {
    List<Check> checks = new ArrayList<>(database.run());
    checks.addAll(server.run());
    return checks;
  }

  /** Whether one of them keeps the shop from being installed. */
  static boolean stop(List<Check> checks) {
    return checks.stream().anyMatch(check -> check.level() == Check.Level.RED);
  }
}
