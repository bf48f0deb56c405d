package dev.dianpu.catalog.admin;

import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Set;

/** Brings categories into the order in which a tree is read, and tells where one may be moved. */
final class CategoryOrder {

  /** Levels: more nobody finds anything in. */
  static final int LEVELS = 3;

  private final List<CategoryRow> rows;
  private final List<CategoryRow> ordered = new ArrayList<>();

  /** Of these, which are in the order of their siblings. */
  CategoryOrder(List<CategoryRow> rows) {
    this.rows = rows;
    add(0, 0);
  }

  private void add(long parent, int depth) {
    for (CategoryRow row : rows) {
      if (row.parentId() == parent) {
        ordered.add(row.at(depth));
        add(row.id(), depth + 1);
      }
    }
  }

  /** A category and all below it, of rows in the order of the tree; none for 0. */
  static Set<Long> within(List<CategoryRow> ordered, long id) {
    Set<Long> within = new LinkedHashSet<>(id == 0 ? Set.of() : Set.of(id));
    ordered.stream().filter(row -> within.contains(row.parentId())).forEach(row -> within.add(row.id()));
    return within;
  }

  List<CategoryRow> ordered() {
    return ordered;
  }

  /** Below which categories one may stand: not below itself, and not so that the tree gets too deep. */
  List<CategoryRow> parents(long id) {
    Set<Long> within = within(ordered, id);
    int own = ordered.stream().filter(row -> row.id() == id).mapToInt(CategoryRow::depth).findFirst().orElse(0);
    int height = ordered.stream().filter(row -> within.contains(row.id())).mapToInt(CategoryRow::depth).max()
        .orElse(own) - own;
    return ordered.stream()
        .filter(row -> !within.contains(row.id()) && row.depth() + 1 + height < LEVELS).toList();
  }
}
