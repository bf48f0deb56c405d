package dev.dianpu.admin.account;

import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.CurrentVisit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/** Knows the admin from what {@link AdminFilter} found out about the running request. */
@ApplicationScoped
class RequestAdmin implements CurrentAdmin {

  @Inject CurrentVisit current;

  @Override
  public Optional<String> name() {
    return current.visit().flatMap(SignedIn::of).map(SignedIn::name);
  }
}
