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
import java.util.Optional;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Lets nobody below {@code /admin} who is not logged in, but for the login itself. It looks at the resource that was
 * found for the request, not at the spelling of the address, so that no spelling leads around it.
 */
@Provider
public class AdminFilter implements ContainerRequestFilter, ContainerResponseFilter {

  private static final String AREA = "/admin(/.*)?";
  private static final Set<Class<?>> OPEN = Set.of(LoginPage.class, LoginStepPage.class);

  @Inject AdminSessions sessions;

  @Context HttpServletRequest request;
  @Context ResourceInfo resource;

  @Override
  public void filter(ContainerRequestContext context) {
    if (!ofAdmin(context)) {
      return;
    }
    boolean known = sessions.recognise(Visit.of(request)).isPresent();
    if (!known && !OPEN.contains(resource.getResourceClass())) {
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

  /**
   * After the login, a page that was asked for is shown. A form that was sent is not sent again: the page that it stands
   * on is shown, and the login says that the input is lost.
   */
  private URI login(ContainerRequestContext context) {
    boolean form = !context.getMethod().equals("GET");
    String back = form ? formPage(context) : local(context.getUriInfo().getRequestUri());
    String asked = back.isEmpty() ? "" : "back=" + URLEncoder.encode(back, StandardCharsets.UTF_8);
    String lost = form && Visit.of(request).cookie(AdminSessions.COOKIE).isPresent() ? "lost=1" : "";
    String query = Stream.of(asked, lost).filter(part -> !part.isEmpty()).collect(Collectors.joining("&"));
    return URI.create("/admin/login" + (query.isEmpty() ? "" : "?" + query));
  }

  /** By the browser's word, which is believed only for a page of this admin. */
  private static String formPage(ContainerRequestContext context) {
    try {
      URI page = URI.create(Optional.ofNullable(context.getHeaderString("Referer")).orElse(""));
      String host = context.getHeaderString("Host");
      return host != null && host.equalsIgnoreCase(page.getRawAuthority()) ? local(page) : "";
    } catch (IllegalArgumentException notAnAddress) {
      return "";
    }
  }

  /** Path and query of a page below {@code /admin}; empty for the first one, where the login leads by itself. */
  private static String local(URI page) {
    String path = page.getRawPath() + (page.getRawQuery() == null ? "" : "?" + page.getRawQuery());
    return path.startsWith("/admin/") && !path.startsWith("/admin/login") ? path : "";
  }
}
