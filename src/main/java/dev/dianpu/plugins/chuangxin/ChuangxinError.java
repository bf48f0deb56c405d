package dev.dianpu.plugins.chuangxin;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.Locale;
import java.util.Optional;

/**
 * The error codes of the service (document 001), each with its words, by which it is known where the code is left out.
 */
enum ChuangxinError {
  CONTENT_EMPTY("10000", "短信内容不能为空", Cause.TEXT),
  /** A phone is never empty here: the parameter was lost on the way, so another channel may do better. */
  MOBILE_EMPTY("10001", "短信号码不能为空", Cause.UNAVAILABLE),
  SIGNATURE_FORMAT("10002", "短信必须带【】格式签名", Cause.TEMPLATE),
  OTHER("10003", "其他错误", Cause.UNAVAILABLE);

  private final String code;
  private final String words;
  private final Cause cause;

  ChuangxinError(String code, String words, Cause cause) {
    this.code = code;
    this.words = words;
    this.cause = cause;
  }

  /** The error of a code; empty when it is none of the table. */
  static Optional<ChuangxinError> ofCode(String code) {
    return Arrays.stream(values()).filter(error -> error.code.equals(code)).findFirst();
  }

  /**
   * The error that a message names, by its code at the beginning or by its words. A code further behind may be one out
   * of a text that the message repeats.
   */
  static Optional<ChuangxinError> ofMessage(String message) {
    return Arrays.stream(values())
        .filter(error -> message.matches("(?s)" + error.code + "([^0-9].*)?") || message.contains(error.words))
        .findFirst();
  }

  String code() {
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
