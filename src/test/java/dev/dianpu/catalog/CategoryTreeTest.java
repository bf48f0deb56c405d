package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;

/** Categories within each other, also when a hand at the database made nonsense of them. */
class CategoryTreeTest {

  private static CategoryView category(long id, long parent) {
    return new CategoryView(id, parent, "c" + id, "", "");
  }

  private final CategoryTree tree = new CategoryTree(List.of(category(1, 0), category(2, 0), category(3, 1),
      category(4, 3), category(5, 99), category(6, 7), category(7, 6)));

  @Test
  void aCategoryHoldsAllBelowIt() {
    assertThat(tree.within(1)).containsExactly(1L, 3L, 4L);
    assertThat(tree.within(2)).containsExactly(2L);
  }

  @Test
  void thePathLeadsFromTheFirstLevelDown() {
    assertThat(tree.path(4)).extracting(CategoryView::id).containsExactly(1L, 3L, 4L);
    assertThat(tree.path(99)).isEmpty();
  }

  /** A page of a category whose parent is hidden would lead back to nowhere. */
  @Test
  void whatHasNoShownParentOrStandsWithinItselfIsNotThere() {
    assertThat(tree.find(5)).isEmpty();
    assertThat(tree.find(6)).isEmpty();
    assertThat(tree.find(4)).isPresent();
  }
}
