package dev.dianpu.plugins.mandao;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/** What the gateway answers in the place of an id when it does not send. */
enum MandaoError {
  WRONG_ACCOUNT(-2, Cause.CREDENTIALS),
  NO_BALANCE(-4, Cause.QUOTA),
  DATA_FORMAT(-5, Cause.UNAVAILABLE),
  PARAMETER(-6, Cause.UNAVAILABLE),
  NO_PERMISSION(-7, Cause.CREDENTIALS),
  FLOW_CONTROL(-8, Cause.THROTTLED),
  /** The account may not use the extension that is set. */
  EXTENSION_PERMISSION(-9, Cause.NOT_CONFIGURED),
  TOO_LONG(-10, Cause.TEXT),
  DATABASE(-11, Cause.UNAVAILABLE),
  ACCOUNT_STATE(-12, Cause.CREDENTIALS),
  FILE_WRITE(-14, Cause.UNAVAILABLE),
  NOT_ALLOWED(-17, Cause.CREDENTIALS),
  /** One account called from several addresses at once. */
  SEVERAL_ADDRESSES(-19, Cause.CREDENTIALS),
  REPEATED(-20, Cause.SAME_CONTENT),
  ADDRESS_NOT_REGISTERED(-22, Cause.CREDENTIALS),
  ACCOUNT_NOT_CACHED(-23, Cause.UNAVAILABLE),
  ACCOUNT_EMPTY(-601, Cause.NOT_CONFIGURED),
  ACCOUNT_FORMAT(-602, Cause.CREDENTIALS),
  PASSWORD_EMPTY(-603, Cause.NOT_CONFIGURED),
  MOBILE_EMPTY(-604, Cause.NUMBER),
  CONTENT_EMPTY(-605, Cause.TEXT),
  EXTENSION_TOO_LONG(-606, Cause.NOT_CONFIGURED),
  EXTENSION_NOT_NUMERIC(-607, Cause.NOT_CONFIGURED),
  TIME_FORMAT(-608, Cause.UNAVAILABLE),
  ID_TOO_LONG(-609, Cause.UNAVAILABLE),
  ID_NOT_NUMERIC(-610, Cause.UNAVAILABLE),
  ENCODING(-611, Cause.NOT_CONFIGURED),
  CONTENT_COUNT(-623, Cause.UNAVAILABLE),
  EXTENSION_COUNT(-624, Cause.UNAVAILABLE),
  TIME_COUNT(-625, Cause.UNAVAILABLE),
  ID_COUNT(-626, Cause.UNAVAILABLE),
  TOO_MANY_IDS(-644, Cause.UNAVAILABLE);

  private final int code;
  private final Cause cause;

  MandaoError(int code, Cause cause) {
    this.code = code;
    this.cause = cause;
  }

  static Optional<MandaoError> of(String code) {
    return Arrays.stream(values()).filter(error -> Integer.toString(error.code).equals(code)).findFirst();
  }

  Cause cause() {
    return cause;
  }

  /** Last part of the text's key. */
  String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
