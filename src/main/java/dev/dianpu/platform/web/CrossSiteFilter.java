package dev.dianpu.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.net.URI;
import java.util.Set;

/**
 * Refuses unsafe requests that another site caused. The browser tells so by itself ({@code Sec-Fetch-Site}, else
 * {@code Origin}, else {@code Referer}), so no token is woven into pages and a page with a form can be cached. A client
 * that sends none of them is no browser and carries nobody's cookies by accident.
 */
public class CrossSiteFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  private static final Set<String> SAFE = Set.of("GET", "HEAD", "OPTIONS");

  @Inject transient PageRenderer renderer;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean exempt = SAFE.contains(request.getMethod()) || request.getRequestURI().startsWith("/callbacks/");
    if (exempt || ours(request)) {
      chain.doFilter(request, response);
    } else {
      renderer.error(403, "cross-site", request, response);
    }
  }

  private static boolean ours(HttpServletRequest request) {
    String site = request.getHeader("Sec-Fetch-Site");
    if (site != null) {
      return site.equals("same-origin") || site.equals("none");
    }
    String origin = request.getHeader("Origin");
    if (origin == null) {
      origin = request.getHeader("Referer");
    }
    return origin == null || sameHost(origin, request.getHeader("Host"));
  }

  private static boolean sameHost(String address, String host) {
    try {
      return host != null && host.equalsIgnoreCase(URI.create(address).getRawAuthority());
    } catch (IllegalArgumentException notAnAddress) {
      return false;
    }
  }
}
