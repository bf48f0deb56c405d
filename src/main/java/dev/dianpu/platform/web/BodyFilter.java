package dev.dianpu.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.FilterChain;
import jakarta.servlet.ServletException;
import jakarta.servlet.http.HttpFilter;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Locale;
import java.util.Set;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Before a byte of a body is read: is it of a size and a type that the address can take? Else anybody could fill the
 * memory, and Jersey would fail on what is no form. Callbacks of gateways have their own bound and any type.
 */
public class BodyFilter extends HttpFilter {

  private static final long serialVersionUID = 1L;
  /** What the shop's pages send. */
  static final String FORM = "application/x-www-form-urlencoded";
  private static final String JSON = "application/json";
  /** The one form with files: pictures of goods. */
  private static final Pattern UPLOAD = Pattern.compile("/admin/goods/[0-9]{1,18}/pictures");
  private static final String FILES = "multipart/form-data";
  private static final int LARGEST_UPLOAD = 20 * 1024 * 1024;
  private static final int LARGEST = 128 * 1024;
  /** The owner pastes lists of numbers. */
  private static final int LARGEST_OF_ADMIN = 1024 * 1024;
  private static final Set<String> WITH_BODY = Set.of("POST", "PUT", "PATCH");
  private static final String TOKEN = "[A-Za-z0-9!#$%&'*+.^_`|~-]{1,80}";
  private static final Pattern TYPE = Pattern.compile("\\s*(" + TOKEN + "/" + TOKEN + ")\\s*(?:;(.*))?");
  private static final Pattern CHARSET = Pattern.compile("(?i)charset\\s*=\\s*\"?([^\";\\s]*)");

  @Inject transient PageRenderer renderer;

  @Override
  protected void doFilter(HttpServletRequest request, HttpServletResponse response, FilterChain chain)
      throws IOException, ServletException {
    String path = request.getRequestURI();
    if (path.startsWith("/callbacks/")) {
      chain.doFilter(request, response);
      return;
    }
    boolean upload = UPLOAD.matcher(path).matches();
    int most = upload ? LARGEST_UPLOAD : path.startsWith("/admin/") ? LARGEST_OF_ADMIN : LARGEST;
    boolean body = request.getContentLengthLong() > 0 || request.getHeader("Transfer-Encoding") != null;
    boolean api = path.startsWith("/api/");
    String type = request.getHeader("Content-Type");
    boolean emptyForm = WITH_BODY.contains(request.getMethod()) && type == null && !body && !api;
    if (request.getContentLengthLong() > most) {
      refuse(413, "too-large", request, response);
    } else if (type != null && !TYPE.matcher(type).matches()) {
      refuse(WITH_BODY.contains(request.getMethod()) ? 415 : 400, "wrong-type", request, response);
    } else if (WITH_BODY.contains(request.getMethod()) && !emptyForm && !taken(type, wanted(api, upload))) {
      refuse(415, "wrong-type", request, response);
    } else {
      chain.doFilter(new BoundedRequest(request, most, emptyForm), response);
    }
  }

  /** The rest of the body is not wanted, so the connection ends. */
  private void refuse(int status, String reason, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setHeader("Connection", "close");
    renderer.error(status, reason, request, response);
  }

  private static String wanted(boolean api, boolean upload) {
    return upload ? FILES : api ? JSON : FORM;
  }

  /** Whether it is the type and in UTF-8: readers fail on a charset that they do not know. */
  private static boolean taken(String type, String wanted) {
    Matcher matcher = TYPE.matcher(type == null ? "" : type);
    if (!matcher.matches() || !matcher.group(1).toLowerCase(Locale.ROOT).equals(wanted)) {
      return false;
    }
    Matcher charset = CHARSET.matcher(matcher.group(2) == null ? "" : matcher.group(2));
    return !charset.find() || charset.group(1).equalsIgnoreCase("utf-8");
  }
}
