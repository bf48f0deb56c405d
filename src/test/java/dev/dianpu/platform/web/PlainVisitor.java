package dev.dianpu.platform.web;

import jakarta.servlet.http.Cookie;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.lang.reflect.Proxy;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** A visitor without a server: keeps the cookies that it was given, and brings them along at its next visit. */
public final class PlainVisitor {

  private final Map<String, String> cookies = new HashMap<>();
  private final String address;

  /** A visitor from the address that tests have by default. */
  public PlainVisitor() {
    this("192.0.2.1");
  }

  /** A visitor from this IP address. */
  public PlainVisitor(String address) {
    this.address = address;
  }

  /** The next request of this visitor. */
  public Visit visit() {
    return new Visit(request(), response(), address, Locale.SIMPLIFIED_CHINESE, true);
  }

  /** Gives it a cookie that it came by elsewhere. */
  public void keep(String name, String value) {
    cookies.put(name, value);
  }

  /** The value of a cookie that it has. */
  public Optional<String> cookie(String name) {
    return Optional.ofNullable(cookies.get(name));
  }

  private HttpServletRequest request() {
    Cookie[] sent = cookies.entrySet().stream().map(cookie -> new Cookie(cookie.getKey(), cookie.getValue()))
        .toArray(Cookie[]::new);
    Map<Object, Object> attributes = new HashMap<>();
    return (HttpServletRequest) Proxy.newProxyInstance(PlainVisitor.class.getClassLoader(),
        new Class<?>[] {HttpServletRequest.class}, (proxy, method, arguments) -> switch (method.getName()) {
          case "getCookies" -> sent;
          case "getHeader" -> null;
          case "getAttribute" -> attributes.get(arguments[0]);
          case "setAttribute" -> {
            attributes.put(arguments[0], arguments[1]);
            yield null;
          }
          default -> throw new UnsupportedOperationException(method.getName());
        });
  }

  private HttpServletResponse response() {
    return (HttpServletResponse) Proxy.newProxyInstance(PlainVisitor.class.getClassLoader(),
        new Class<?>[] {HttpServletResponse.class}, (proxy, method, arguments) -> {
          if (!method.getName().equals("addCookie")) {
            throw new UnsupportedOperationException(method.getName());
          }
          Cookie cookie = (Cookie) arguments[0];
          if (cookie.getMaxAge() == 0) {
            cookies.remove(cookie.getName());
          } else {
            cookies.put(cookie.getName(), cookie.getValue());
          }
          return null;
        });
  }
}
