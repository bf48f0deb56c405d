package dev.dianpu.platform.web;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** Serves a page that the cache holds, before any resource is looked up. */
public class PageCacheFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;

  @Inject transient PageCache cache;
  @Inject transient PageRenderer renderer;
  @Inject transient Sessions sessions;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    boolean sentElsewhere = PageCache.forStrangers(request)
        && sessions.of(Visit.of(request)).flatMap(Session::memberId).isPresent();
    String key = sentElsewhere ? null : PageCache.key(request);
    PageCache.RenderedPage page = key == null ? null : cache.find(key);
    if (page == null) {
      chain.doFilter(request, response);
    } else {
      renderer.send(page, 200, request, response);
    }
  }
}
