package dev.dianpu.install;

import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;

/** Sends to the first form whoever has no proof of the install key. */
@Provider
@KeyProven
public class KeyProvenFilter implements ContainerRequestFilter {

  @Inject InstallKey key;

  @Context HttpServletRequest request;

  @Override
  public void filter(ContainerRequestContext context) {
    if (!Visit.of(request).cookie(KeyPage.COOKIE).map(key::proven).orElse(false)) {
      context.abortWith(Response.seeOther(KeyPage.ADDRESS).build());
    }
  }
}
