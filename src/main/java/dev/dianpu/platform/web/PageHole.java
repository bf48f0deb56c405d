package dev.dianpu.platform.web;

import jakarta.servlet.http.HttpServletRequest;

/**
 * A fragment of a cached page that differs between visitors, such as the member box: left open in the cache and filled
 * on the server at every request, so that pages need no JavaScript.
 */
public interface PageHole {

  /** The name by which templates leave it open: <code>{{ hole('member') }}</code>. */
  String name();

  /** Its HTML for this request; called for every page, so it must be cheap for a visitor without a session. */
  String html(HttpServletRequest request);
}
