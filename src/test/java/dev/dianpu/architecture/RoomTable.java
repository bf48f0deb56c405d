package dev.dianpu.architecture;

import com.tngtech.archunit.core.domain.Dependency;
import com.tngtech.archunit.core.domain.JavaClass;
import com.tngtech.archunit.lang.ArchCondition;
import com.tngtech.archunit.lang.ConditionEvents;
import com.tngtech.archunit.lang.SimpleConditionEvent;
import java.util.Map;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * Which room may import which. Every room may import {@code spi}. A room that is not here breaks the rule: it is entered
 * on purpose, together with the page that says how the house is laid out.
 */
final class RoomTable extends ArchCondition<JavaClass> {

  private static final Map<String, Set<String>> MAY_IMPORT = Stream.of(
      "spi:",
      "plugins:",
      "platform:",
      "settings: platform",
      "plugin: settings platform",
      "theme: settings platform",
      "captcha: settings platform",
      "limit: settings platform",
      "guard: limit settings platform",
      "verification: limit settings platform",
      "sms: settings platform",
      "notification: sms settings platform",
      "member: captcha limit region settings platform",
      "registration: captcha limit guard verification sms member region settings platform",
      "region: settings platform",
      "catalog: settings platform",
      "cart: catalog region member settings platform",
      "payment: catalog region member settings platform",
      "order: cart payment catalog region member settings platform",
      "admin: settings plugin theme captcha limit guard verification sms notification member registration region catalog"
          + " cart payment order platform",
      "install: plugin settings admin platform",
      "relay: sms limit settings platform")
      .map(line -> line.split(":"))
      .collect(Collectors.toMap(line -> line[0], line -> words(line.length > 1 ? line[1] : "")));

  private final String root;

  RoomTable(String root) {
    super("import only the rooms that the table allows");
    this.root = root;
  }

  @Override
  public void check(JavaClass type, ConditionEvents events) {
    String room = room(type);
    if (!MAY_IMPORT.containsKey(room)) {
      events.add(SimpleConditionEvent.violated(type, type.getName() + " is in no room of the table: " + room));
      return;
    }
    for (Dependency dependency : type.getDirectDependenciesFromSelf()) {
      String target = room(dependency.getTargetClass());
      boolean allowed = target.isEmpty() || target.equals(room) || target.equals("spi")
          || MAY_IMPORT.get(room).contains(target);
      if (!allowed) {
        events.add(SimpleConditionEvent.violated(dependency,
            "%s may not import %s: %s".formatted(room, target, dependency.getDescription())));
      }
    }
  }

  /** The first name below the root; empty for a class of somebody else. */
  private String room(JavaClass type) {
    JavaClass base = type.getBaseComponentType();
    if (!base.getPackageName().startsWith(root)) {
      return "";
    }
    String below = base.getPackageName().substring(root.length());
    return below.isEmpty() ? "(root)" : below.substring(1).split("\\.")[0];
  }

  private static Set<String> words(String text) {
    return new TreeSet<>(Set.of(text.strip().isEmpty() ? new String[0] : text.strip().split(" ")));
  }
}
