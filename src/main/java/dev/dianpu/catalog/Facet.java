package dev.dianpu.catalog;

import java.util.List;

/**
 * Something by which a list can be narrowed.
 *
 * @param parameter its name in addresses
 * @param name of the attribute, in the owner's words; empty for the brand
 * @param choices values that goods of the list have
 */
public record Facet(String parameter, String name, List<Choice> choices) {

  /** A value as addresses have it, and as people read it. */
  public record Choice(String value, String name) {}
}
