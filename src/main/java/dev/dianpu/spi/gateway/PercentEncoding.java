package dev.dianpu.spi.gateway;

import java.net.URLDecoder;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;

/**
 * Percent-encoding of UTF-8 by RFC 3986: everything but {@code A-Z a-z 0-9 - . _ ~} becomes {@code %XX}, a blank
 * {@code %20}. An encoded value passes every URI builder unchanged.
 */
public final class PercentEncoding {

  private PercentEncoding() {}

  /** Encodes a value of a query or a path. */
  public static String encode(String value) {
    return URLEncoder.encode(value, StandardCharsets.UTF_8)
        .replace("+", "%20")
        .replace("*", "%2A")
        .replace("%7E", "~");
  }

  /** Decodes a value of a query or a form, {@code +} being a blank. */
  public static String decode(String value) {
    return URLDecoder.decode(value, StandardCharsets.UTF_8);
  }
}
