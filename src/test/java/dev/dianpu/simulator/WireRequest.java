package dev.dianpu.simulator;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import org.eclipse.jetty.http.HttpFields;

/**
 * A request as it came over the wire.
 *
 * @param method upper case
 * @param path not decoded
 * @param rawQuery not decoded; empty without one
 * @param headers with the sender's case
 * @param body decoded as UTF-8
 */
record WireRequest(String method, String path, String rawQuery, HttpFields headers, String body) {

  /** The header's value; empty when it is absent. */
  String header(String name) {
    String value = headers.get(name);
    return value == null ? "" : value;
  }

  /** The decoded parameters of the query. */
  Map<String, List<String>> query() {
    return decode(rawQuery);
  }

  /** The decoded parameters of the body, if it is a form. */
  Map<String, List<String>> form() {
    return header("Content-Type").toLowerCase().startsWith("application/x-www-form-urlencoded")
        ? decode(body)
        : Map.of();
  }

  /** The first value of a parameter of the query; empty when it is absent. */
  String parameter(String name) {
    List<String> values = query().get(name);
    return values == null ? "" : values.get(0);
  }

  private static Map<String, List<String>> decode(String encoded) {
    Map<String, List<String>> decoded = new LinkedHashMap<>();
    for (String pair : encoded.split("&")) {
      if (!pair.isEmpty()) {
        String[] parts = pair.split("=", 2);
        String value = parts.length < 2 ? "" : text(parts[1]);
        decoded.computeIfAbsent(text(parts[0]), unused -> new ArrayList<>()).add(value);
      }
    }
    return decoded;
  }

  private static String text(String encoded) {
    try {
      return URLDecoder.decode(encoded, StandardCharsets.UTF_8);
    } catch (IllegalArgumentException malformed) {
      return encoded;
    }
  }
}
