package dev.dianpu.platform.web;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.context.ContextNotActiveException;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import java.util.Optional;

/** The visit that is being served, for rooms that are called without one. */
@ApplicationScoped
public class CurrentVisit {

  @Inject HttpServletRequest request;

  /** Empty outside a request, such as at the start or in a timer. */
  public Optional<Visit> visit() {
    try {
      return Optional.ofNullable(Visit.of(request));
    } catch (ContextNotActiveException | IllegalStateException outside) {
      return Optional.empty();
    }
  }
}
