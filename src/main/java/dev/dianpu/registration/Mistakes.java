package dev.dianpu.registration;

import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Collects what is wrong, the first thing per field. */
final class Mistakes {

  private final List<Mistake> list = new ArrayList<>();

  void add(String field, Optional<String> text) {
    text.ifPresent(key -> add(new Mistake(field, key)));
  }

  void when(boolean wrong, String field, String text) {
    if (wrong) {
      add(new Mistake(field, text));
    }
  }

  void add(Mistake mistake) {
    if (list.stream().noneMatch(known -> known.field().equals(mistake.field()))) {
      list.add(mistake);
    }
  }

  boolean none() {
    return list.isEmpty();
  }

  List<Mistake> list() {
    return List.copyOf(list);
  }
}
