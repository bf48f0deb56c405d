package dev.dianpu.platform.web;

import jakarta.servlet.http.HttpServletRequest;
import java.util.Locale;

/**
 * What the entry filter found out about a request.
 *
 * @param address the client's IP address; from {@code X-Forwarded-For} only where a trusted proxy wrote it
 * @param locale the language that the visitor chose; Chinese at first
 * @param secure whether the client came by https, at the proxy or here
 */
public record Visit(String address, Locale locale, boolean secure) {

  private static final String ATTRIBUTE = Visit.class.getName();

  /** The visit that this request belongs to. */
  public static Visit of(HttpServletRequest request) {
    return (Visit) request.getAttribute(ATTRIBUTE);
  }

  void attachTo(HttpServletRequest request) {
    request.setAttribute(ATTRIBUTE, this);
  }
}
