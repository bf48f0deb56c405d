package dev.dianpu.catalog.admin;

import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** Options as the owner writes them: parted by slashes, and several values of one by commas. */
final class Combinations {

  /** How the parts of a variant's options are parted where people read them. */
  static final String BETWEEN = " / ";

  private static final String SLASH = "\\s*[/／]\\s*";
  private static final String COMMA = "\\s*[,，、]\\s*";

  private Combinations() {}

  /** One spelling: {@code 白/大} and {@code 白 ／ 大} are the same. */
  static String plain(String options) {
    return String.join(BETWEEN, parts(options));
  }

  /** How many parts there are; 0 for nothing. */
  static int count(String options) {
    return parts(options).size();
  }

  private static List<String> parts(String options) {
    return Stream.of(options.strip().split(SLASH)).filter(part -> !part.isEmpty()).toList();
  }

  /** Every combination of {@code 白,黑 / 大,小}, in their order. */
  static List<String> of(String values) {
    List<String> all = List.of("");
    for (String option : parts(values)) {
      List<String> more = new ArrayList<>();
      for (String before : all) {
        Stream.of(option.split(COMMA)).filter(value -> !value.isEmpty()).distinct()
            .forEach(value -> more.add(before.isEmpty() ? value : before + BETWEEN + value));
      }
      all = more;
    }
    return all.equals(List.of("")) ? List.of() : all;
  }
}
