package dev.dianpu.plugins.chanyoo;

import dev.dianpu.spi.gateway.GatewayJson;
import jakarta.json.JsonObject;
import java.math.BigDecimal;
import java.util.Optional;
import java.util.OptionalLong;

/**
 * The service's JSON, such as <code>{"result":0,"errmsg":"OK","ext":"","sid":"8:…","fee":1}</code>. The exact bodies
 * are
 * not documented: numbers are taken as strings too, and whatever is missing is empty.
 *
 * @param result 0 for success; empty when the body is not such a JSON at all
 * @param message its words
 * @param id its id of the SMS
 * @param fee how many SMS it charged
 */
record ChanyooBody(OptionalLong result, String message, String id, Optional<BigDecimal> fee) {

  private static final ChanyooBody UNREADABLE = new ChanyooBody(OptionalLong.empty(), "", "", Optional.empty());
  private static final BigDecimal MOST = BigDecimal.valueOf(1000);
  private static final int LONGEST_NUMBER = 18;

  static ChanyooBody read(String body) {
    return GatewayJson.object(body).map(ChanyooBody::of).orElse(UNREADABLE);
  }

  private static ChanyooBody of(JsonObject object) {
    String result = GatewayJson.scalar(object, "result");
    return new ChanyooBody(
        result.matches("-?[0-9]{1," + LONGEST_NUMBER + "}")
            ? OptionalLong.of(Long.parseLong(result))
            : OptionalLong.empty(),
        GatewayJson.scalar(object, "errmsg"),
        GatewayJson.scalar(object, "sid"),
        fee(GatewayJson.scalar(object, "fee")));
  }

  private static Optional<BigDecimal> fee(String text) {
    return text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")
        ? Optional.of(new BigDecimal(text)).filter(fee -> fee.compareTo(MOST) <= 0)
        : Optional.empty();
  }
}
