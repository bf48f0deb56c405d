package dev.dianpu.admin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import java.time.Clock;

/** Keeps the log of changes in the database. */
@ApplicationScoped
class AdminLogBook implements AdminLog {

  @Inject AdminLogRepository repository;
  @Inject Instance<CurrentAdmin> admin;
  @Inject HttpServletRequest request;
  @Inject Clock clock;

  @Override
  @Transactional(Transactional.TxType.MANDATORY)
  public void record(String action, String subject, String before, String after) {
    String name = admin.isResolvable() ? admin.get().name().orElse("") : "";
    repository.insert(clock.instant(), name, Visit.of(request).address(), action, subject, before, after);
  }
}
