package dev.dianpu.admin.factor;

import java.util.LinkedHashMap;
import java.util.Map;

/** A browser's name for people, from the line in which it tells more than anybody wants to read. */
final class Browsers {

  /** The first sign that is there names it: most browsers claim to be others as well. */
  private static final Map<String, String> NAMES = new LinkedHashMap<>();
  private static final Map<String, String> SYSTEMS = new LinkedHashMap<>();

  static {
    NAMES.put("MicroMessenger", "WeChat");
    NAMES.put("Edg", "Edge");
    NAMES.put("OPR/", "Opera");
    NAMES.put("Firefox/", "Firefox");
    NAMES.put("Chrome/", "Chrome");
    NAMES.put("CriOS", "Chrome");
    NAMES.put("Safari/", "Safari");
    SYSTEMS.put("Android", "Android");
    SYSTEMS.put("iPhone", "iPhone");
    SYSTEMS.put("iPad", "iPad");
    SYSTEMS.put("Windows", "Windows");
    SYSTEMS.put("Mac OS", "macOS");
    SYSTEMS.put("Linux", "Linux");
  }

  private Browsers() {}

  /** Such as {@code Chrome · Windows}; a question mark for what is not known. */
  static String name(String userAgent) {
    return find(NAMES, userAgent) + " \u00b7 " + find(SYSTEMS, userAgent);
  }

  private static String find(Map<String, String> known, String userAgent) {
    return known.entrySet().stream().filter(sign -> userAgent.contains(sign.getKey())).map(Map.Entry::getValue)
        .findFirst().orElse("?");
  }
}
