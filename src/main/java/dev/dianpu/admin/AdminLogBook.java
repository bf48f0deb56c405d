package dev.dianpu.admin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.CurrentVisit;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps the log of changes in the database. */
@ApplicationScoped
class AdminLogBook implements AdminLog {

  @Inject AdminLogRepository repository;
  @Inject CurrentAdmin admin;
  @Inject CurrentVisit current;
  @Inject Clock clock;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String action, String subject, String before, String after) {
    String address = current.visit().map(Visit::address).orElse("");
    repository.insert(clock.instant(), admin.name().orElse(""), address, action, subject, before, after);
  }
}
