package dev.dianpu.platform.web;

import java.util.Map;

/**
 * A refusal that {@code /api/v1} answers as a problem document (RFC 9457).
 */
public class ApiProblem extends RuntimeException {

  /** Of a problem document in JSON. */
  public static final String MEDIA_TYPE = "application/problem+json";

  private static final long serialVersionUID = 1L;

  private final int status;
  private final String code;
  private final transient Map<String, Object> more;

  /**
   * A refusal.
   *
   * @param status the HTTP status
   * @param code the stable code, for programs
   * @param detail what to do, in the visitor's language
   * @param more further members of the document, such as {@code retryAfter}
   */
  public ApiProblem(int status, String code, String detail, Map<String, Object> more) {
    super(detail);
    this.status = status;
    this.code = code;
    this.more = Map.copyOf(more);
  }

  int status() {
    return status;
  }

  String code() {
    return code;
  }

  Map<String, Object> more() {
    return more;
  }
}
