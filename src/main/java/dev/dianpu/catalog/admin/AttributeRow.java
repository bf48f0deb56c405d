package dev.dianpu.catalog.admin;

import java.util.List;

/**
 * An attribute of a type.
 *
 * @param choices possible values, one a line; empty for any text
 * @param filtered whether visitors can filter by it
 */
public record AttributeRow(long id, long typeId, String name, String choices, boolean filtered, int position) {

  /** The possible values; none for any text. */
  public List<String> values() {
    return choices.lines().map(String::strip).filter(line -> !line.isEmpty()).distinct().toList();
  }
}
