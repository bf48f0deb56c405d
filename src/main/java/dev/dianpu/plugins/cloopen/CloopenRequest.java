package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.gateway.GatewayXml;
import jakarta.json.Json;
import jakarta.json.JsonBuilderFactory;
import jakarta.json.JsonObjectBuilder;
import java.nio.charset.StandardCharsets;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/**
 * What is asked of one function below {@code SMS}, to be written as JSON or as XML.
 *
 * @param function last part of the path
 * @param members in their order; those with a blank value are left out
 * @param datas values for a template's places {1}, {2}, …; left out when there are none
 */
record CloopenRequest(String function, Map<String, String> members, List<String> datas) {

  private static final JsonBuilderFactory JSON = Json.createBuilderFactory(Map.of());
  private static final String SEND = "TemplateSMS";

  /** A template for one or more phones. */
  static CloopenRequest send(Map<String, String> members, List<String> datas) {
    return new CloopenRequest(SEND, members, datas);
  }

  /**
   * Another function.
   *
   * @param namesAndValues in turn
   */
  static CloopenRequest of(String function, String... namesAndValues) {
    Map<String, String> members = new LinkedHashMap<>();
    for (int i = 0; i < namesAndValues.length; i += 2) {
      members.put(namesAndValues[i], namesAndValues[i + 1]);
    }
    return new CloopenRequest(function, members, List.of());
  }

  byte[] json() {
    JsonObjectBuilder object = JSON.createObjectBuilder();
    members.forEach((name, value) -> {
      if (!value.isBlank()) {
        object.add(name, value);
      }
    });
    if (!datas.isEmpty()) {
      object.add("datas", JSON.createArrayBuilder(datas));
    }
    return object.build().toString().getBytes(StandardCharsets.UTF_8);
  }

  /** The root is documented for sending; others' programs name that of every other request {@code Request}. */
  byte[] xml() {
    String root = function.equals(SEND) ? SEND : "Request";
    StringBuilder text = new StringBuilder("<?xml version=\"1.0\" encoding=\"utf-8\"?><").append(root).append('>');
    members.forEach((name, value) -> {
      if (!value.isBlank()) {
        element(text, name, value);
      }
    });
    if (!datas.isEmpty()) {
      text.append("<datas>");
      datas.forEach(value -> element(text, "data", value));
      text.append("</datas>");
    }
    return text.append("</").append(root).append('>').toString().getBytes(StandardCharsets.UTF_8);
  }

  private static void element(StringBuilder text, String name, String value) {
    text.append('<').append(name).append('>').append(GatewayXml.escape(value)).append("</").append(name).append('>');
  }

  /** Function only: members hold phones, values codes. */
  @Override
  public String toString() {
    return "CloopenRequest[" + function + "]";
  }
}
