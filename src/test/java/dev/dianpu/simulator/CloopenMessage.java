package dev.dianpu.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArray;
import jakarta.json.JsonException;
import jakarta.json.JsonObject;
import jakarta.json.JsonReader;
import jakarta.json.JsonValue;
import java.io.IOException;
import java.io.StringReader;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import javax.xml.parsers.DocumentBuilderFactory;
import javax.xml.parsers.ParserConfigurationException;
import org.w3c.dom.Element;
import org.w3c.dom.NodeList;
import org.xml.sax.InputSource;
import org.xml.sax.SAXException;
import org.xml.sax.helpers.DefaultHandler;

/**
 * A request as the simulated cloopen reads it.
 *
 * @param members those that are no list; a number is taken as text, since clients send {@code templateId} either way
 * @param datas the values of a template's places
 */
record CloopenMessage(Map<String, String> members, List<String> datas) {

  /** The body is not what its type says. */
  static final class Unreadable extends Exception {
    Unreadable(Exception cause) {
      super(cause);
    }
  }

  String get(String name) {
    return members.getOrDefault(name, "");
  }

  static CloopenMessage json(String body) throws Unreadable {
    try (JsonReader reader = Json.createReader(new StringReader(body))) {
      Map<String, String> members = new LinkedHashMap<>();
      List<String> datas = new ArrayList<>();
      JsonObject object = reader.readObject();
      object.forEach((name, value) -> {
        if (name.equals("datas") && value instanceof JsonArray array) {
          array.forEach(one -> datas.add(text(one)));
        } else {
          members.put(name, text(value));
        }
      });
      return new CloopenMessage(members, datas);
    } catch (JsonException | IllegalStateException malformed) {
      throw new Unreadable(malformed);
    }
  }

  private static String text(JsonValue value) {
    return value instanceof jakarta.json.JsonString string ? string.getString() : value.toString();
  }

  static CloopenMessage xml(String body) throws Unreadable {
    try {
      DocumentBuilderFactory factory = DocumentBuilderFactory.newInstance();
      factory.setFeature("http://apache.org/xml/features/disallow-doctype-decl", true);
      var builder = factory.newDocumentBuilder();
      builder.setErrorHandler(new DefaultHandler());
      Element root = builder.parse(new InputSource(new StringReader(body.strip()))).getDocumentElement();
      Map<String, String> members = new LinkedHashMap<>();
      List<String> datas = new ArrayList<>();
      NodeList all = root.getElementsByTagName("*");
      for (int i = 0; i < all.getLength(); i++) {
        String name = all.item(i).getNodeName();
        if (name.equals("data")) {
          datas.add(all.item(i).getTextContent());
        } else if (!name.equals("datas")) {
          members.put(name, all.item(i).getTextContent());
        }
      }
      return new CloopenMessage(members, datas);
    } catch (SAXException | IOException | ParserConfigurationException malformed) {
      throw new Unreadable(malformed);
    }
  }
}
