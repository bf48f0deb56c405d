package dev.dianpu.plugins.chanyoo;

import jakarta.json.JsonException;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
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

  static ChanyooBody read(JsonReaderFactory json, String body) {
    try (JsonReader reader = json.createReader(new StringReader(body))) {
      JsonObject object = reader.readObject();
      String result = scalar(object, "result");
      return new ChanyooBody(
          result.matches("-?[0-9]{1," + LONGEST_NUMBER + "}")
              ? OptionalLong.of(Long.parseLong(result))
              : OptionalLong.empty(),
          scalar(object, "errmsg"),
          scalar(object, "sid"),
          fee(scalar(object, "fee")));
    } catch (JsonException | IllegalStateException noJson) {
      return UNREADABLE;
    }
  }

  private static String scalar(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString text) {
      return text.getString().strip();
    }
    return value instanceof JsonNumber number ? number.toString() : "";
  }

  private static Optional<BigDecimal> fee(String text) {
    return text.matches("[0-9]{1,4}(\\.[0-9]{1,4})?")
        ? Optional.of(new BigDecimal(text)).filter(fee -> fee.compareTo(MOST) <= 0)
        : Optional.empty();
  }
}
