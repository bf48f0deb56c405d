package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The nine faults of document 003, in its order: what the platform of ZKEYS says when it does not send. It is known by
 * its words only; whether codes go with them is not public. Each channel of the platform explains them by
 * {@code <id>.error.<label>.cause} and {@code .remedy}.
 */
public enum EngineFault {
  INTERFACE_NOT_CONFIGURED(Cause.NOT_CONFIGURED, "接口未配置"),
  PARAMETER_ABSENT(Cause.NOT_CONFIGURED, "请求参数验证不存在", "请求参数不存在"),
  SIGNATURE_DIFFERS(Cause.TEMPLATE, "签名数据不一致"),
  SIGNATURE_NOT_FOUND(Cause.TEMPLATE, "短信签名未找到"),
  TOKEN_FAILED(Cause.CREDENTIALS, "access_token获取失败"),
  LIMIT_REACHED(Cause.THROTTLED, "已达验证码发送上限"),
  /** A notice that is not switched on, such as that of a protected operation. */
  NOTICE_OFF(Cause.TEMPLATE, "短信发送失败,请稍后重试"),
  TEMPLATE_NUMBER_EMPTY(Cause.TEMPLATE, "模板编号不能为空"),
  INTERFACE_UNREACHABLE(Cause.UNAVAILABLE, "接口不通");

  private final Cause cause;
  private final List<String> words;

  EngineFault(Cause cause, String... words) {
    this.cause = cause;
    this.words = List.of(words);
  }

  /** The fault that a text tells of; the document itself writes 模板 and 模版, and commas of both widths. */
  public static Optional<EngineFault> in(String text) {
    String plain = text.replace('，', ',').replace("模版", "模板").replaceAll("\\s", "");
    return Arrays.stream(values()).filter(fault -> fault.words.stream().anyMatch(plain::contains)).findFirst();
  }

  /** Why a message was not sent. */
  public Cause cause() {
    return cause;
  }

  /** Last part of the texts' key. */
  public String label() {
    return name().toLowerCase(Locale.ROOT).replace('_', '-');
  }
}
