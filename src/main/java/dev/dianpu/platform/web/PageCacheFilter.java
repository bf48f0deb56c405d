package dev.dianpu.platform.web;

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

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String key = PageCache.key(request);
    PageCache.RenderedPage page = key == null ? null : cache.find(key);
    if (page == null) {
      chain.doFilter(request, response);
    } else {
      renderer.send(page, 200, request, response);
    }
  }
}
