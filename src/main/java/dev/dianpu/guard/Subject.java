package dev.dianpu.guard;

import java.util.Objects;

/**
 * What a count or a level is for.
 *
 * @param name a range such as {@code 203.0.113.0/24}, first digits, a country, a reason; empty for the site
 */
public record Subject(Kind kind, String name) implements Comparable<Subject> {

  static final Subject SITE = new Subject(Kind.SITE, "");

  public Subject {
    Objects.requireNonNull(kind);
    Objects.requireNonNull(name);
  }

  /** For the owner: first digits of phones with the rest masked. */
  public String shown() {
    return switch (kind) {
      case PREFIX -> name + "****";
      case VIRTUAL -> name + "********";
      default -> name;
    };
  }

  /** The order in which rows are locked. */
  @Override
  public int compareTo(Subject other) {
    int byKind = kind.name().compareTo(other.kind.name());
    return byKind != 0 ? byKind : name.compareTo(other.name);
  }
}
