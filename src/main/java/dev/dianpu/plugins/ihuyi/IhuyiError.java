package dev.dianpu.plugins.ihuyi;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * Every code of the document's tables that is no success, and two that only other editions of the gateway have. The
 * numbers in them (5 in a minute, …) differ between editions and are settings.
 */
enum IhuyiError {
  FAILED(0, Cause.UNAVAILABLE),
  ADDRESS_ILLEGAL(400, Cause.CREDENTIALS),
  ACCOUNT_EMPTY(401, Cause.NOT_CONFIGURED),
  PASSWORD_EMPTY(402, Cause.NOT_CONFIGURED),
  /** A phone is never empty here: the parameter was lost on the way, so another channel may do better. */
  MOBILE_EMPTY(403, Cause.UNAVAILABLE),
  MOBILE_BLACKLISTED(4030, Cause.NUMBER),
  CONTENT_EMPTY(404, Cause.TEXT),
  CREDENTIALS_WRONG(405, Cause.CREDENTIALS),
  ACCOUNT_FROZEN(4050, Cause.CREDENTIALS),
  /** The time of the request is too far off: this server's clock, not its key. */
  PASSWORD_EXPIRED(40501, Cause.UNAVAILABLE),
  PASSWORD_WRONG(40502, Cause.CREDENTIALS),
  BALANCE(4051, Cause.QUOTA),
  ADDRESS_NOT_REGISTERED(4052, Cause.CREDENTIALS),
  MOBILE_FORMAT(406, Cause.NUMBER),
  CONTENT_SENSITIVE(407, Cause.TEXT),
  SIGNATURE_FORMAT(4070, Cause.TEMPLATE),
  TEMPLATE_NOT_FILED(4071, Cause.TEMPLATE),
  TEMPLATE_MISMATCH(4072, Cause.TEMPLATE),
  /** A limit of this gateway's templates; independent clients met it for letters in a code, too. */
  VARIABLE_TOO_LONG(40722, Cause.TEMPLATE),
  CONTENT_TOO_LONG(4073, Cause.TEXT),
  CONTENT_EMOJI(4074, Cause.TEXT),
  SIGNATURE_NOT_APPROVED(4075, Cause.TEMPLATE),
  VARIABLE_SENSITIVE(4077, Cause.TEXT),
  /** So many SMS to one phone are an attack: nobody else shall pay for the next one. */
  PHONE_EXCEEDED(408, Cause.NUMBER),
  /** Not in the document; other editions: more than one in a second. */
  PHONE_SECOND(4080, Cause.THROTTLED),
  PHONE_MINUTE(4081, Cause.THROTTLED),
  PHONE_DAY(4082, Cause.THROTTLED),
  CONTENT_MINUTE(4083, Cause.THROTTLED),
  CODE_DAY(4085, Cause.THROTTLED),
  /** Not in the document; other editions: too frequent. */
  TOO_FREQUENT(4086, Cause.THROTTLED);

  private final int code;
  private final Cause cause;

  IhuyiError(int code, Cause cause) {
    this.code = code;
    this.cause = cause;
  }

  static Optional<IhuyiError> of(String code) {
    return Arrays.stream(values()).filter(error -> Integer.toString(error.code).equals(code)).findFirst();
  }

  int code() {
    return code;
  }

  Cause cause() {
    return cause;
  }

  /** Last part of the text's key. */
  String label() {
    return "code-" + name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
