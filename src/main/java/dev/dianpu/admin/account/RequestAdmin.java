package dev.dianpu.admin.account;

import dev.dianpu.platform.CurrentAdmin;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** Knows the admin from what {@link AdminGate} found out about the running request. */
@ApplicationScoped
class RequestAdmin implements CurrentAdmin {

  @Inject HttpServletRequest request;

  @Override
  public Optional<String> name() {
    return SignedIn.of(request).map(SignedIn::name);
  }
}
