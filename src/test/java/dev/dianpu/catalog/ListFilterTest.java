package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;

import java.math.BigDecimal;
import java.util.Map;
import org.junit.jupiter.api.Test;

/** What anybody may type into an address. */
class ListFilterTest {

  private static ListFilter filter(Map<String, String> asked) {
    return ListFilter.of(asked.keySet(), name -> asked.getOrDefault(name, ""));
  }

  @Test
  void whatIsAskedForIsReadAndMakesTheSameAddressAgain() {
    Map<String, String> asked = Map.of("brand", "7", "min", "9.90", "max", "100", "a12", "棉");
    ListFilter filter = filter(asked);
    assertThat(filter.brand()).isEqualTo(7);
    assertThat(filter.min()).isEqualTo(new BigDecimal("9.90"));
    assertThat(filter.attributes()).containsExactly(Map.entry(12L, "棉"));
    assertThat(filter.parameters()).isEqualTo(asked);
    assertThat(filter.on()).isTrue();
  }

  @Test
  void wrongAmountsAreToldAndIgnored() {
    assertThat(filter(Map.of("min", "abc")).wrong()).containsExactly("min");
    assertThat(filter(Map.of("min", "20", "max", "10")).wrong()).containsExactly("max");
    assertThat(filter(Map.of("min", "-1", "max", "1e9")).on()).isFalse();
  }

  @Test
  void nothingIsAskedForByBlankFieldsOrForeignNames() {
    assertThat(filter(Map.of("brand", "", "a5", " ", "ax", "1", "utm", "x", "brand2", "3")).on()).isFalse();
    assertThat(filter(Map.of("brand", "1 or 1=1")).brand()).isZero();
  }

  /** The number of an attribute is part of the query's text; nothing else of an address is. */
  @Test
  void onlyNumbersReachTheQuery() {
    assertThat(filter(Map.of("a1) or (1=1", "x", "a3", "'; drop")).where())
        .isEqualTo(" and exists (select 1 from GoodsAttribute a3 where a3.goodsId = g.id and a3.attributeId = 3"
            + " and a3.value = :a3)");
  }
}
