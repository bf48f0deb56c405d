package dev.dianpu.simulator;

import java.net.URLDecoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * A request as it came over the wire.
 *
 * @param method upper case
 * @param path not decoded
 * @param rawQuery not decoded; empty without one
 * @param headers with the sender's case
 * @param bytes the body
 */
record WireRequest(String method, String path, String rawQuery, HttpFields headers, byte[] bytes) {

  /** A request whose body is UTF-8. */
  WireRequest(String method, String path, String rawQuery, HttpFields headers, String body) {
    this(method, path, rawQuery, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  /** The body, read as UTF-8. */
  String body() {
    return new String(bytes, StandardCharsets.UTF_8);
  }

  /** The header's value; empty when it is absent. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** The decoded parameters of the query. */
  Map<String, List<String>> query() {
    return decode(rawQuery, StandardCharsets.UTF_8);
  }

  /** The decoded parameters of the body, if it is a form. */
  Map<String, List<String>> form() {
    return form(StandardCharsets.UTF_8);
  }

  /** The same for a sender that percent-encodes bytes of another character set. */
  Map<String, List<String>> form(Charset charset) {
    return header("Content-Type").toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")
        ? decode(new String(bytes, charset), charset)
        : Map.of();
  }

  /** The first value of a parameter of the query; empty when it is absent. */
  String parameter(String name) {
    List<String> values = query().get(name);
    return values == null ? "" : values.get(0);
  }

  private static Map<String, List<String>> decode(String encoded, Charset charset) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : text(parts[1], charset);
        decoded.computeIfAbsent(text(parts[0], charset), unused -> new ArrayList<>()).add(value);
      }
    }
    return decoded;
  }

  private static String text(String encoded, Charset charset) {
    try {
      return URLDecoder.decode(encoded, charset);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }
}
