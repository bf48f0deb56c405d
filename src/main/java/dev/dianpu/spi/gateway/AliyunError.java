package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What the Aliyun API gateway says of itself when a request fails in it, read from {@code X-Ca-Error-Message}
 * and, on instances of the newer kind, {@code X-Ca-Error-Code}. Status 403 alone means several of them.
 *
 * <p>Each has a name for texts, such as {@code quota-exhausted}. The codes of authentication and quota on the newer
 * instances are not known; their messages are matched like those of the classic ones.
 */
public enum AliyunError {
  THROTTLED_BY_USER(Cause.THROTTLED, "throttled by user"),
  THROTTLED_BY_APP(Cause.THROTTLED, "throttled by app"),
  THROTTLED_BY_API(Cause.THROTTLED, "throttled by api"),
  THROTTLED_BY_DOMAIN(Cause.THROTTLED, "throttled by domain"),
  THROTTLED_BY_GROUP(Cause.THROTTLED, "throttled by group"),
  /** Any other wording of it. */
  THROTTLED(Cause.THROTTLED, "throttled"),
  QUOTA_EXHAUSTED(Cause.QUOTA, "quota exhausted"),
  QUOTA_EXPIRED(Cause.QUOTA, "quota expired"),
  /** What AppCode users of the market read. */
  SUBSCRIPTION_EXHAUSTED(Cause.QUOTA, "api market subscription quota exhausted"),
  USER_ARREARS(Cause.QUOTA, "user arrears"),
  UNAUTHORIZED(Cause.CREDENTIALS, "unauthorized"),
  INVALID_APPKEY(Cause.CREDENTIALS, "invalid appkey"),
  INVALID_APPSECRET(Cause.CREDENTIALS, "invalid appsecret"),
  INVALID_APPCODE(Cause.CREDENTIALS, "invalid appcode"),
  INVALID_SIGNATURE(Cause.CREDENTIALS, "invalid signature"),
  EMPTY_SIGNATURE(Cause.CREDENTIALS, "empty signature"),
  TIMESTAMP_EXPIRED(Cause.UNAVAILABLE, "timestamp expired"),
  INVALID_TIMESTAMP(Cause.UNAVAILABLE, "invalid timestamp"),
  /**
   * The gateway saw this request before. Ours is new each time, so something on the way doubled it and the first copy
   * may have been sent: the only one of these refusals that proves nothing.
   */
  NONCE_USED(null, "nonce used"),
  EMPTY_REQUEST_BODY(Cause.UNAVAILABLE, "empty request body"),
  INVALID_REQUEST_BODY(Cause.UNAVAILABLE, "invalid request body"),
  INVALID_BODY(Cause.UNAVAILABLE, "invalid body", "I400BD"),
  INVALID_CONTENT_MD5(Cause.UNAVAILABLE, "invalid content-md5"),
  INVALID_CONTENT_TYPE(Cause.UNAVAILABLE, "invalid content-type", "I400CT"),
  INVALID_PARAM_LOCATION(Cause.UNAVAILABLE, "invalid param location"),
  UNSUPPORTED_MULTIPART(Cause.UNAVAILABLE, "unsupported multipart"),
  INVALID_HEADER(Cause.UNAVAILABLE, "invalid header", "I400HD"),
  MISSING_HEADER(Cause.UNAVAILABLE, "header `", "I400MH"),
  INVALID_URL(Cause.UNAVAILABLE, "invalid url"),
  INVALID_URI(Cause.UNAVAILABLE, "invalid request uri", "I400RU"),
  INVALID_PATH(Cause.UNAVAILABLE, "invalid request path", "I400PA"),
  INVALID_DOMAIN(Cause.UNAVAILABLE, "invalid domain", "I404DO"),
  INVALID_HTTP_METHOD(Cause.UNAVAILABLE, "invalid httpmethod"),
  UNSUPPORTED_METHOD(Cause.UNAVAILABLE, "unsupported method", "I405UM"),
  INVALID_PROTOCOL(Cause.UNAVAILABLE, "invalid protocol", "I403PT"),
  INVALID_STAGE(Cause.UNAVAILABLE, "invalid stage", "I400SG"),
  INVALID_INSTANCE(Cause.UNAVAILABLE, "group's instance invalid", "I410GG"),
  BODY_TOO_LARGE(Cause.UNAVAILABLE, "request body too large", "I413RL"),
  URL_TOO_LARGE(Cause.TEXT, "request url too large", "I413UL"),
  API_NOT_FOUND(Cause.UNAVAILABLE, "api not found", "I404NF"),
  INTERNAL_ERROR(null, "internal error"),
  /**
   * Said with status 500 or 503. No proof that the seller's service was not reached: the gateway says the same when the
   * connection died after the request, and is known to connect again by itself.
   */
  BACKEND_FAILED(null, "failed to invoke backend service"),
  SERVICE_UNAVAILABLE(null, "service unavailable"),
  /** The seller's service did not answer the gateway in time. */
  ASYNC_SERVICE(null, "async service");

  private final Cause cause;
  private final String message;
  private final String code;

  AliyunError(Cause cause, String message) {
    this(cause, message, "");
  }

  AliyunError(Cause cause, String message, String code) {
    this.cause = cause;
    this.message = message;
    this.code = code;
  }

  /**
   * What an answer says; empty when it is the seller's own or says nothing known. With a status from 500 on, only an
   * error without a cause is found: such a status never proves that no SMS was sent.
   */
  public static Optional<AliyunError> of(GatewayReply.Answer answer) {
    if (answer.status() < 400) {
      return Optional.empty();
    }
    String said = answer.header("X-Ca-Error-Message").toLowerCase(Locale.ROOT);
    String code = answer.header("X-Ca-Error-Code");
    return Arrays.stream(values())
        .filter(known -> answer.status() < 500 || known.cause == null)
        .filter(known -> said.startsWith(known.message) || !known.code.isEmpty() && known.code.equals(code))
        .findFirst();
  }

  /** Why the request was surely not passed on; empty when the error does not prove that. */
  public Optional<Cause> cause() {
    return Optional.ofNullable(cause);
  }

  /** Last part of a text's key, lower case, words joined by {@code -}. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
