package dev.dianpu.catalog;

import java.util.ArrayList;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * Categories within each other. One whose parent is not there, because it is hidden, is not there either; nor is one
 * that would stand within itself.
 */
final class CategoryTree {

  private final Map<Long, CategoryView> reached = new LinkedHashMap<>();
  private final Map<Long, List<CategoryView>> children = new LinkedHashMap<>();

  /** The tree of these, which keep their order among their siblings. */
  CategoryTree(List<CategoryView> categories) {
    for (CategoryView category : categories) {
      children.computeIfAbsent(category.parentId(), parent -> new ArrayList<>()).add(category);
    }
    reach(0);
  }

  private void reach(long parent) {
    for (CategoryView child : children(parent)) {
      reached.put(child.id(), child);
      reach(child.id());
    }
  }

  /** Those right below a category; of the first level for 0. */
  List<CategoryView> children(long parent) {
    return children.getOrDefault(parent, List.of());
  }

  Optional<CategoryView> find(long id) {
    return Optional.ofNullable(reached.get(id));
  }

  /** From the first level down to the category itself; empty if it is not there. */
  List<CategoryView> path(long id) {
    List<CategoryView> path = new ArrayList<>();
    for (CategoryView at = reached.get(id); at != null; at = reached.get(at.parentId())) {
      path.add(0, at);
    }
    return path;
  }

  /** A category and all below it. */
  Collection<Long> within(long id) {
    List<Long> within = new ArrayList<>(List.of(id));
    for (int i = 0; i < within.size(); i++) {
      children(within.get(i)).forEach(child -> within.add(child.id()));
    }
    return within;
  }
}
