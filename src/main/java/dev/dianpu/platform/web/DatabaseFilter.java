package dev.dianpu.platform.web;

import dev.dianpu.platform.database.ShopDatabase;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/**
 * Lets a request pass only where the database allows it: the installer while it is empty, every page once it is ready,
 * and a page that says "back soon" while it cannot be reached.
 */
public class DatabaseFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient ShopDatabase database;
  @Inject transient PageRenderer renderer;

  /** Whether the path belongs to whoever runs the shop: probes name it by its address and need no database. */
  static boolean operations(String path) {
    return path.equals("/health") || path.startsWith("/health/") || path.equals("/metrics");
  }

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    ShopDatabase.State state = database.state();
    boolean installer = path.equals("/install") || path.startsWith("/install/");
    if (operations(path) || path.startsWith("/assets/") || path.equals("/language") || (state == ShopDatabase.State.READY && !installer)) {
      chain.doFilter(request, response);
    } else if (state == ShopDatabase.State.READY) {
      renderer.error(404, "not-found", request, response);
    } else if (state == ShopDatabase.State.EMPTY && installer) {
      chain.doFilter(request, response);
    } else if (state == ShopDatabase.State.EMPTY) {
      response.setHeader("Cache-Control", "no-store");
      // Not sendRedirect: it names the scheme of this connection, and the client's may be another, at a proxy.
      response.setStatus(HttpServletResponse.SC_FOUND);
      response.setHeader("Location", "/install");
    } else {
      response.setHeader("Retry-After", "5");
      renderer.error(503, state == ShopDatabase.State.WRONG_KEY ? "wrong-key" : "database-down", request, response);
    }
  }
}
