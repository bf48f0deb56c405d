package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * What chanyoo's own service answers in {@code result} when it does not send.
 *
 * <p>The list is that of chanyoo's direct interface. Whether the service behind the Aliyun market uses the same numbers
 * is not known; should one come, it cannot mean anything better than this.
 */
enum ChanyooError {
  INTERNAL(-100, Cause.UNAVAILABLE),
  MAINTENANCE(-101, Cause.UNAVAILABLE),
  NO_ACCOUNT(-102, Cause.CREDENTIALS),
  WRONG_PASSWORD(-103, Cause.CREDENTIALS),
  WRONG_PARAMETER(-110, Cause.UNAVAILABLE),
  TEXT_TOO_LONG(-118, Cause.TEXT),
  WRONG_NUMBER(-119, Cause.NUMBER),
  /** The shop's signature 【…】, not the signature of the request. */
  WRONG_SIGNATURE(-777, Cause.TEMPLATE),
  TEMPLATE_NOT_FILED(-888, Cause.TEMPLATE),
  /** The same text to the same phone in a short time. */
  TOO_FREQUENT(-999, Cause.SAME_CONTENT);

  private final long result;
  private final Cause cause;

  ChanyooError(long result, Cause cause) {
    this.result = result;
    this.cause = cause;
  }

  static Optional<ChanyooError> of(long result) {
    return Arrays.stream(values()).filter(error -> error.result == result).findFirst();
  }

  Cause cause() {
    return cause;
  }

  /** Last part of the text's key. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
