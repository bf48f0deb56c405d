package dev.dianpu.simulator;

import java.nio.charset.StandardCharsets;
import java.util.Map;

/**
 * What a simulator answers.
 *
 * @param status the HTTP status
 * @param type the header {@code Content-Type}
 * @param headers with the case in which they go out
 * @param body its bytes
 */
record WireAnswer(int status, String type, Map<String, String> headers, byte[] body) {

  /** A body sent as UTF-8. */
  WireAnswer(int status, String type, Map<String, String> headers, String body) {
    this(status, type, headers, body.getBytes(StandardCharsets.UTF_8));
  }

  static WireAnswer xml(String body) {
    return new WireAnswer(200, "text/xml; charset=utf-8", Map.of(), body);
  }

  static WireAnswer json(int status, String body) {
    return new WireAnswer(status, "application/json; charset=utf-8", Map.of(), body);
  }

  static WireAnswer html(String body) {
    return new WireAnswer(200, "text/html; charset=utf-8", Map.of(), body);
  }

  static WireAnswer text(int status, String body) {
    return new WireAnswer(status, "text/plain; charset=utf-8", Map.of(), body);
  }
}
