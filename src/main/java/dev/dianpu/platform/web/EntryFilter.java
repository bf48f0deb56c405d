package dev.dianpu.platform.web;

import dev.dianpu.platform.Deployment;
import dev.dianpu.platform.text.Messages;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.FilterConfig;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.List;
import java.util.Locale;

/**
 * The first thing that a request meets: is the host name ours, who is the client, which language; sets the security
 * headers; turns whatever nobody caught into a page without a stack trace.
 */
public class EntryFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  /** Of the cookie that holds the visitor's language. */
  static final String LANGUAGE_COOKIE = "dianpu_lang";
  private static final String POLICY = "default-src 'self'; img-src 'self' data:; object-src 'none'; base-uri 'none';"
      + " form-action 'self'; frame-ancestors 'none'";

  @Inject transient Deployment deployment;
  @Inject transient PageRenderer renderer;

  private transient ClientAddress clients;
  private transient List<String> hosts;

  @Override
  public void init(FilterConfig config) {
    clients = new ClientAddress(deployment.trustedProxies());
    hosts = deployment.hosts().stream().map(host -> host.toLowerCase(Locale.ROOT)).toList();
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean secure = clients.secure(request);
    new Visit(request, response, clients.of(request), language(request), secure);
    response.setHeader("Content-Security-Policy", POLICY);
    response.setHeader("X-Content-Type-Options", "nosniff");
    response.setHeader("Referrer-Policy", "same-origin");
    response.setHeader("Cross-Origin-Opener-Policy", "same-origin");
    if (secure) {
      response.setHeader("Strict-Transport-Security", "max-age=31536000");
    }
    if (!hosts.contains(hostName(request)) && !DatabaseFilter.operations(request.getRequestURI())) {
      renderer.error(421, "unknown-host", request, response);
      return;
    }
    if (internal(request) && !clients.near(request)) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    try {
      chain.doFilter(request, response);
    } catch (IOException | ServletException | RuntimeException e) {
      if (BoundedBody.exceeded(request)) {
        tooLarge(request, response);
        return;
      }
      renderer.failure(e, request, response);
    }
  }

  /** No failure of ours. Where Jersey asked for the error page already, that says so. */
  private void tooLarge(HttpServletRequest request, HttpServletResponse response) throws IOException {
    if (!response.isCommitted()) {
      response.resetBuffer();
      response.setHeader("Connection", "close");
      renderer.error(413, "too-large", request, response);
    }
  }

  /** Figures and descriptions for whoever runs the shop; the decoded path, so that no spelling leads around it. */
  private static boolean internal(HttpServletRequest request) {
    String path = request.getServletPath() + (request.getPathInfo() == null ? "" : request.getPathInfo());
    return path.matches("/+(metrics|openapi)([/;.].*)?");
  }

  /** The Host header's name without its port; empty if there is none. */
  private static String hostName(HttpServletRequest request) {
    String host = request.getHeader("Host");
    return host == null ? "" : host.replaceFirst(":[0-9]*$", "").toLowerCase(Locale.ROOT);
  }

  private static Locale language(HttpServletRequest request) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(LANGUAGE_COOKIE) && cookie.getValue().equals("en")) {
        return Locale.ENGLISH;
      }
    }
    return Messages.CHINESE;
  }
}
