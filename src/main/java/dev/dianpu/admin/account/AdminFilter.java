package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerRequestFilter;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.Path;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Lets nobody below {@code /admin} who is not logged in, but for the login itself. It looks at the resource that was
 * found for the request, not at the spelling of the address, so that no spelling leads around it.
 */
@Provider
public class AdminFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String AREA = "/admin(/.*)?";

  @Inject AdminSessions sessions;

  @Context HttpServletRequest request;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    if (!ofAdmin(context)) {
      return;
    }
    boolean known = sessions.recognise(Visit.of(request)).isPresent();
    if (!known && resource.getResourceClass() != LoginPage.class) {
      context.abortWith(Response.seeOther(login(context)).build());
    }
  }

  @Override
  public void filter(ContainerRequestContext context, ContainerResponseContext answer) {
    if (ofAdmin(context)) {
      answer.getHeaders().putSingle("Cache-Control", "no-store");
    }
  }

  private boolean ofAdmin(ContainerRequestContext context) {
    Class<?> type = resource.getResourceClass();
    Path path = type == null ? null : type.getAnnotation(Path.class);
    return (path != null && rooted(path.value()).matches(AREA))
        || rooted(context.getUriInfo().getPath(true)).matches(AREA);
  }

  private static String rooted(String path) {
    return "/" + path.replaceAll("^/+", "");
  }

  /** After the login, a page that was asked for is shown; a form that was sent is not sent again. */
  private static URI login(ContainerRequestContext context) {
    URI asked = context.getUriInfo().getRequestUri();
    if (!context.getMethod().equals("GET") || asked.getRawPath().equals("/admin")) {
      return URI.create("/admin/login");
    }
    String back = asked.getRawPath() + (asked.getRawQuery() == null ? "" : "?" + asked.getRawQuery());
    return URI.create("/admin/login?back=" + URLEncoder.encode(back, StandardCharsets.UTF_8));
  }
}
