package dev.dianpu.spi.gateway;

import jakarta.json.Json;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonReaderFactory;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.io.StringReader;
import java.util.Map;
import java.util.Optional;

/** Reads the JSON of gateways, which write numbers as strings, strings as numbers, and sometimes no JSON at all. */
public final class GatewayJson {

  private static final JsonReaderFactory READERS = Json.createReaderFactory(Map.of());

  private GatewayJson() {}

  /** The object; empty when the text is none. */
  public static Optional<JsonObject> object(String text) {
    try (JsonReader reader = READERS.createReader(new StringReader(text))) {
      return Optional.of(reader.readObject());
    } catch (RuntimeException noObject) {
      // Not only JsonException: what is nested too deeply is refused with a bare RuntimeException.
      return Optional.empty();
    }
  }

  /** A member that is a string or a number, as text without blanks around it; empty when it is neither. */
  public static String scalar(JsonObject object, String name) {
    JsonValue value = object.get(name);
    if (value instanceof JsonString text) {
      return text.getString().strip();
    }
    return value instanceof JsonNumber number ? number.toString() : "";
  }

  /** A member that is an object; empty when it is none. */
  public static Optional<JsonObject> member(JsonObject object, String name) {
    return object.get(name) instanceof JsonObject inner ? Optional.of(inner) : Optional.empty();
  }
}
