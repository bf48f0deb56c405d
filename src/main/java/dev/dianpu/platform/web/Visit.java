package dev.dianpu.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.util.Locale;
import java.util.Optional;

/**
 * One request and its answer as the rooms below the pages see them: who asks, from where, in which language, with which
 * cookies. So those rooms need no HTTP types.
 */
public final class Visit {

  private static final String ATTRIBUTE = Visit.class.getName();

  private final HttpServletRequest request;
  private final HttpServletResponse response;
  private final String address;
  private final Locale locale;
  private final boolean secure;

  Visit(HttpServletRequest request, HttpServletResponse response, String address, Locale locale, boolean secure) {
    this.request = request;
    this.response = response;
    this.address = address;
    this.locale = locale;
    this.secure = secure;
    request.setAttribute(ATTRIBUTE, this);
  }

  /** The visit that this request belongs to. */
  public static Visit of(HttpServletRequest request) {
    return (Visit) request.getAttribute(ATTRIBUTE);
  }

  /** The client's IP address; from {@code X-Forwarded-For} only where a trusted proxy wrote it. */
  public String address() {
    return address;
  }

  /** The language that the visitor chose; Chinese at first. */
  public Locale locale() {
    return locale;
  }

  /** Whether the client came by https, at the proxy or here. */
  public boolean secure() {
    return secure;
  }

  /** What the client calls itself; empty if it does not say. */
  public String userAgent() {
    return Optional.ofNullable(request.getHeader("User-Agent")).orElse("");
  }

  /** The value of a cookie that the browser sent. */
  public Optional<String> cookie(String name) {
    Cookie[] cookies = request.getCookies();
    for (Cookie cookie : cookies == null ? new Cookie[0] : cookies) {
      if (cookie.getName().equals(name)) {
        return Optional.of(cookie.getValue());
      }
    }
    return Optional.empty();
  }

  /**
   * Sets a cookie of this browser: HttpOnly, for https only if the visit is.
   *
   * @param seconds how long it is kept; 0 removes it
   * @param sameSite {@code Lax} or {@code Strict}
   */
  public void setCookie(String name, String value, String path, int seconds, String sameSite) {
    Cookie cookie = new Cookie(name, value);
    cookie.setPath(path);
    cookie.setHttpOnly(true);
    cookie.setSecure(secure);
    cookie.setMaxAge(seconds);
    cookie.setAttribute("SameSite", sameSite);
    response.addCookie(cookie);
  }

  /** Something found out earlier in this request. */
  public <T> Optional<T> noted(Class<T> type) {
    return Optional.ofNullable(type.cast(request.getAttribute(type.getName())));
  }

  /** Notes something for the rest of this request; null forgets it. */
  public <T> void note(Class<T> type, T value) {
    request.setAttribute(type.getName(), value);
  }
}
