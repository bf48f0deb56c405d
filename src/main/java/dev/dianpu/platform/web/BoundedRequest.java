package dev.dianpu.platform.web;

import static java.nio.charset.StandardCharsets.UTF_8;

import jakarta.servlet.ServletInputStream;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletRequestWrapper;
import java.io.BufferedReader;
import java.io.IOException;
import java.io.InputStreamReader;
import java.util.Collections;
import java.util.Enumeration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** A request whose body has a bound; a POST without body and type is a form without fields. */
final class BoundedRequest extends HttpServletRequestWrapper {

  private static final String TYPE = "Content-Type";

  private final long most;
  private final boolean emptyForm;
  private ServletInputStream body;

  /**
   * Wraps a request.
   *
   * @param most bytes of its body
   * @param emptyForm whether it has no type and is to be read as a form
   */
  BoundedRequest(HttpServletRequest request, long most, boolean emptyForm) {
    super(request);
    this.most = most;
    this.emptyForm = emptyForm;
  }

  @Override
  public ServletInputStream getInputStream() throws IOException {
    if (body == null) {
      body = new BoundedBody(super.getInputStream(), this, most);
    }
    return body;
  }

  @Override
  public BufferedReader getReader() throws IOException {
    return new BufferedReader(new InputStreamReader(getInputStream(), UTF_8));
  }

  @Override
  public String getContentType() {
    return emptyForm ? BodyFilter.FORM : super.getContentType();
  }

  @Override
  public String getHeader(String name) {
    return emptyForm && TYPE.equalsIgnoreCase(name) ? BodyFilter.FORM : super.getHeader(name);
  }

  @Override
  public Enumeration<String> getHeaders(String name) {
    return emptyForm && TYPE.equalsIgnoreCase(name) ? Collections.enumeration(List.of(BodyFilter.FORM))
        : super.getHeaders(name);
  }

  @Override
  public Enumeration<String> getHeaderNames() {
    Set<String> names = new LinkedHashSet<>(Collections.list(super.getHeaderNames()));
    if (emptyForm) {
      names.removeIf(TYPE::equalsIgnoreCase);
      names.add(TYPE);
    }
    return Collections.enumeration(names);
  }
}
