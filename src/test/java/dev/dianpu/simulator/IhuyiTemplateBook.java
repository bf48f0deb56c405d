package dev.dianpu.simulator;

import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentSkipListMap;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.regex.Pattern;

/** The templates filed with the simulated 互亿无线: wordings with 【变量】, by number. */
final class IhuyiTemplateBook {

  /** Number 1, which every account has. */
  static final String DEFAULT = "您的验证码是：【变量】。请不要把验证码泄露给其他人。";
  private static final String VARIABLE = "【变量】";

  private final Map<Integer, Template> templates = new ConcurrentSkipListMap<>();
  private final AtomicInteger next = new AtomicInteger(1000);

  record Template(String wording, boolean approved) {}

  IhuyiTemplateBook() {
    forget();
  }

  void forget() {
    templates.clear();
    templates.put(1, new Template(DEFAULT, true));
  }

  int add(String wording, boolean approved) {
    int id = next.incrementAndGet();
    templates.put(id, new Template(wording, approved));
    return id;
  }

  boolean remove(String id) {
    return id.matches("[0-9]{1,9}") && templates.remove(Integer.parseInt(id)) != null;
  }

  /** Whether there is one of this number. */
  boolean audit(int id, boolean approved) {
    return templates.computeIfPresent(id, (number, old) -> new Template(old.wording(), approved)) != null;
  }

  Optional<Template> find(String id) {
    return id.matches("[0-9]{1,9}") ? Optional.ofNullable(templates.get(Integer.parseInt(id))) : Optional.empty();
  }

  /** Whether a text without its signature, or with it, is one of an approved template. */
  boolean covers(String text, String bare) {
    return templates.values().stream().filter(Template::approved)
        .map(template -> matching(template.wording()))
        .anyMatch(pattern -> pattern.matcher(text).matches() || pattern.matcher(bare).matches());
  }

  /** The wording with the values in the place of its variables; empty when they are not as many. */
  static Optional<String> filled(String wording, String[] values) {
    String[] fixed = wording.split(VARIABLE, -1);
    if (fixed.length - 1 != values.length) {
      return Optional.empty();
    }
    StringBuilder text = new StringBuilder(fixed[0]);
    for (int i = 0; i < values.length; i++) {
      text.append(values[i]).append(fixed[i + 1]);
    }
    return Optional.of(text.toString());
  }

  private static Pattern matching(String wording) {
    StringBuilder pattern = new StringBuilder();
    for (String fixed : wording.split(VARIABLE, -1)) {
      pattern.append(pattern.isEmpty() ? "" : ".{0,20}").append(Pattern.quote(fixed));
    }
    return Pattern.compile(pattern.toString(), Pattern.DOTALL);
  }
}
