package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.gateway.GatewayJson;
import dev.dianpu.spi.gateway.GatewayXml;
import jakarta.json.JsonArray;
import jakarta.json.JsonNumber;
import jakarta.json.JsonObject;
import jakarta.json.JsonString;
import jakarta.json.JsonValue;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import org.w3c.dom.Element;
import org.w3c.dom.Node;

/**
 * JSON or XML of the gateway, read alike: the same member is {@code templateSMS} in JSON and {@code TemplateSMS} in
 * XML, so names are found whatever their case; an array is a member that stands several times. What is missing is
 * empty.
 */
final class CloopenTree {

  /** Deeper than anything the gateway says; what stands below is not looked at. */
  private static final int DEEPEST = 8;

  private final String text;
  private final Map<String, List<CloopenTree>> members = new TreeMap<>(String.CASE_INSENSITIVE_ORDER);

  private CloopenTree(String text) {
    this.text = text;
  }

  /** Reads either; empty when the text is neither. An XML root is a member of what is given back. */
  static Optional<CloopenTree> read(String body) {
    String whole = body.strip();
    if (!whole.startsWith("<")) {
      return GatewayJson.object(whole).map(object -> of(object, 0));
    }
    return GatewayXml.root(whole).map(root -> {
      CloopenTree tree = new CloopenTree("");
      tree.add(root.getLocalName(), of(root, 0));
      return tree;
    });
  }

  private static CloopenTree of(Element element, int depth) {
    List<Element> inner = new ArrayList<>();
    for (Node node = element.getFirstChild(); node != null; node = node.getNextSibling()) {
      if (node instanceof Element child) {
        inner.add(child);
      }
    }
    CloopenTree tree = new CloopenTree(inner.isEmpty() ? element.getTextContent().strip() : "");
    if (depth < DEEPEST) {
      inner.forEach(child -> tree.add(child.getLocalName(), of(child, depth + 1)));
    }
    return tree;
  }

  private static CloopenTree of(JsonValue value, int depth) {
    if (value instanceof JsonString string) {
      return new CloopenTree(string.getString().strip());
    }
    CloopenTree tree = new CloopenTree(value instanceof JsonNumber number ? number.toString() : "");
    if (value instanceof JsonObject object && depth < DEEPEST) {
      object.forEach((name, member) -> {
        List<? extends JsonValue> all = member instanceof JsonArray array ? array : List.of(member);
        all.forEach(one -> tree.add(name, of(one, depth + 1)));
      });
    }
    return tree;
  }

  private void add(String name, CloopenTree member) {
    members.computeIfAbsent(name, unused -> new ArrayList<>()).add(member);
  }

  /** All members of this name, in their order. */
  List<CloopenTree> all(String name) {
    return members.getOrDefault(name, List.of());
  }

  /** The first member of this name. */
  Optional<CloopenTree> first(String name) {
    return all(name).stream().findFirst();
  }

  /** The text of the first member of this name, without blanks around it; empty when there is none. */
  String text(String name) {
    return first(name).map(member -> member.text).orElse("");
  }

  /** All members, in the order of their names. */
  List<CloopenTree> all() {
    return members.values().stream().flatMap(List::stream).toList();
  }
}
