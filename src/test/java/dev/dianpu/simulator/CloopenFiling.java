package dev.dianpu.simulator;

import dev.dianpu.simulator.CloopenAccount.Template;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** Templates of the simulated cloopen: filed by {@code CreateSMSTemplate}, told by {@code QuerySMSTemplate}. */
final class CloopenFiling {

  /** What must be there, with the code of its absence. */
  private static final Map<String, String> REQUIRED = new LinkedHashMap<>();

  static {
    REQUIRED.put("productType", "112341");
    REQUIRED.put("addr", "112348");
    REQUIRED.put("title", "112343");
    REQUIRED.put("signature", "112344");
    REQUIRED.put("templateContent", "112345");
  }

  private CloopenFiling() {}

  static WireAnswer query(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    String id = message.get("templateId");
    List<Map<String, String>> found = new ArrayList<>();
    account.templates.values().stream().filter(one -> id.isEmpty() || one.id().equals(id)).forEach(one -> {
      Map<String, String> members = new LinkedHashMap<>();
      members.put("id", one.id());
      members.put("title", one.title());
      members.put("content", one.content());
      members.put("status", Integer.toString(one.status()));
      members.put("type", "0");
      found.add(members);
    });
    return wire.success(Map.of("totalCount", Integer.toString(found.size())), "TemplateSMS", true, found);
  }

  static WireAnswer create(CloopenAccount account, CloopenMessage message, CloopenWire wire) {
    String code = problem(message);
    if (!code.isEmpty()) {
      return wire.refusal(code, "模板参数有误");
    }
    Template filed = account.file(message.get("title"), message.get("signature"), message.get("templateContent"), 0);
    return wire.success("TemplateSMS", false, List.of(Map.of("templateId", filed.id())));
  }

  /** The code of what is wrong; empty when nothing is. */
  private static String problem(CloopenMessage message) {
    for (Map.Entry<String, String> required : REQUIRED.entrySet()) {
      if (message.get(required.getKey()).isEmpty()) {
        return required.getValue();
      }
    }
    if (!message.get("productType").matches("[123]")) {
      return "112342";
    }
    String signature = message.get("signature");
    if (signature.length() < 2 || signature.length() > 16) {
      return "112357";
    }
    return signature.codePoints().noneMatch(Character::isIdeographic) ? "112347" : "";
  }
}
