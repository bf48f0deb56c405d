package dev.dianpu.plugins.chuangxin;

import dev.dianpu.spi.gateway.GatewayJson;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * The service's JSON: {@code ReturnStatus}, {@code Message}, {@code RemainPoint}, {@code TaskID}, {@code SuccessCounts}
 * (document 001). Numbers are taken as strings too; whatever is missing is empty.
 *
 * @param status {@code Success}, or {@code Faild} as the service spells it
 * @param code its error code from a field of its own; which field, if any, is not documented
 * @param message its words
 * @param taskId its id of the SMS; empty also for 0, which stands in a failure
 * @param successes how many SMS it took
 * @param remaining what is left of the package
 */
record ChuangxinBody(
    String status, String code, String message, String taskId, String successes, Optional<BigDecimal> remaining) {

  private static final List<String> CODE_FIELDS =
      List.of("Code", "code", "ErrorCode", "errorCode", "error_code", "ErrCode", "errcode", "ReturnCode");

  static ChuangxinBody read(String body) {
    return of(GatewayJson.object(body).orElse(JsonObject.EMPTY_JSON_OBJECT));
  }

  private static ChuangxinBody of(JsonObject object) {
    String status = GatewayJson.scalar(object, "ReturnStatus");
    String code = CODE_FIELDS.stream().map(name -> GatewayJson.scalar(object, name))
        .filter(value -> !value.isEmpty()).findFirst().orElse("");
    String task = GatewayJson.scalar(object, "TaskID");
    String remaining = GatewayJson.scalar(object, "RemainPoint");
    return new ChuangxinBody(status, code, GatewayJson.scalar(object, "Message"), task.equals("0") ? "" : task,
        GatewayJson.scalar(object, "SuccessCounts"),
        remaining.matches("[0-9]{1,12}") ? Optional.of(new BigDecimal(remaining)) : Optional.empty());
  }

  boolean success() {
    return status.equalsIgnoreCase("success");
  }

  /** Spelt rightly or not. */
  boolean failure() {
    return status.toLowerCase(Locale.ROOT).startsWith("fail");
  }

  /** The documented error that it names, wherever it does. */
  Optional<ChuangxinError> error() {
    return ChuangxinError.ofCode(code).or(() -> ChuangxinError.ofCode(status))
        .or(() -> ChuangxinError.ofMessage(message));
  }

  /** Whether some SMS went out, by its own words. */
  boolean tookSome() {
    return successes.matches("0*[1-9][0-9]*");
  }

  /** Whether none went out, by its own words. */
  boolean tookNone() {
    return successes.matches("0+");
  }
}
