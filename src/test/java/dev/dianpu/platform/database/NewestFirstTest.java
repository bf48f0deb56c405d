package dev.dianpu.platform.database;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A wrong query here is a slow page that nobody notices before the table is large. */
class NewestFirstTest {

  private static final Instant AT = Instant.parse("2026-11-22T04:00:00Z");

  private static NewestFirst newest() {
    return new NewestFirst("log", "log_index", "at");
  }

  @Test
  void withoutFiltersTheIndexIsWalkedOnce() {
    assertThat(newest().sql(3))
        .isEqualTo("select id from log force index (log_index) where 1 = 1 order by at desc, id desc limit 3");
  }

  @Test
  void anOpenColumnOfFewValuesBecomesOneWalkForEach() {
    NewestFirst query = newest().oneOf("state", List.of("A", "B")).oneOf("kind", List.of("X", "Y")).only("who", 7);
    assertThat(query.sql(3).split(" union all ")).hasSize(4)
        .allSatisfy(walk -> assertThat(walk).contains(" and who = ?5 order by at desc, id desc limit 3)"));
    assertThat(query.parameters()).containsExactly("A", "B", "X", "Y", 7);
  }

  @Test
  void aPageGoesOnAfterTheLastRowEvenAmongRowsOfTheSameMoment() {
    NewestFirst query = newest().after(AT, 9);
    assertThat(query.sql(3)).contains(" and at <= ?1 and (at < ?1 or id < ?2) ");
    assertThat(query.parameters()).containsExactly(AT, 9L);
  }

  @Test
  void aSliceNamesItsLastRowOnlyIfMoreFollow() {
    assertThat(Slice.of(List.of(9L, 8L, 7L), 2, id -> id).before()).contains(8L);
    assertThat(Slice.of(List.of(9L, 8L), 2, id -> id).before()).isEmpty();
  }
}
