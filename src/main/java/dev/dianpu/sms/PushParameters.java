package dev.dianpu.sms;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.net.URLDecoder;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;

/** Parameters of a query and of a form, read without the container, which would want the body for itself. */
final class PushParameters {

  private static final int MOST = 200;

  private PushParameters() {}

  /** The first value of each; null stands for no query. */
  static Map<String, String> of(String query, String contentType, byte[] body) {
    Map<String, String> parameters = new HashMap<>();
    read(query == null ? "" : query, parameters);
    if (contentType.toLowerCase(Locale.ROOT).startsWith("application/x-www-form-urlencoded")) {
      read(new String(body, UTF_8), parameters);
    }
    return parameters;
  }

  private static void read(String text, Map<String, String> into) {
    for (String pair : text.split("&")) {
      int equals = pair.indexOf('=');
      if (!pair.isEmpty() && into.size() < MOST) {
        into.putIfAbsent(decoded(equals < 0 ? pair : pair.substring(0, equals)),
            equals < 0 ? "" : decoded(pair.substring(equals + 1)));
      }
    }
  }

  private static String decoded(String text) {
    try {
      return URLDecoder.decode(text, UTF_8);
    } catch (IllegalArgumentException malformed) {
      return text;
    }
  }
}
