package dev.dianpu.simulator;

import java.util.Map;

/**
 * What a simulator answers.
 *
 * @param status the HTTP status
 * @param type the header {@code Content-Type}
 * @param headers with the case in which they go out
 * @param body sent as UTF-8
 */
record WireAnswer(int status, String type, Map<String, String> headers, String body) {

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
