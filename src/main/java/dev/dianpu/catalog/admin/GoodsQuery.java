package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.SearchTerms;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.List;

/**
 * Which goods the owner looks for.
 *
 * @param words in name, number or keywords; empty for any
 * @param categories ids; empty for any
 * @param brand id; 0 for any
 */
record GoodsQuery(String words, Collection<Long> categories, long brand, State state) {

  /** Which of them. */
  enum State { ALL, ON, OFF, LOW, RECYCLED }

  /** The condition on goods {@code g}. */
  String where() {
    return switch (state) {
      case ALL -> "g.recycled_at is null";
      case ON -> "g.recycled_at is null and g.on_sale = true";
      case OFF -> "g.recycled_at is null and g.on_sale = false";
      case LOW -> "g.recycled_at is null and exists (select 1 from sku l where l.goods_id = g.id"
          + " and l.state = 'ON_SALE' and l.stock <= g.warn_stock)";
      case RECYCLED -> "g.recycled_at is not null";
    } + (categories.isEmpty() ? "" : " and g.category_id in (" + marks(categories.size()) + ')')
        + (brand == 0 ? "" : " and g.brand_id = ?") + found();
  }

  /** As visitors find them; also by the beginning of a variant's number. */
  private String found() {
    if (words.isEmpty()) {
      return "";
    }
    SearchTerms terms = SearchTerms.wanted(words);
    StringBuilder found = new StringBuilder(" and (exists (select 1 from sku c where c.goods_id = g.id and c.code like ?)");
    if (!terms.isEmpty()) {
      found.append(" or (1 = 1");
      if (!terms.pairs().isEmpty()) {
        found.append(" and g.id in (select goods_id from goods_term where term in (").append(marks(terms.pairs().size()))
            .append(") group by goods_id having count(*) = ").append(terms.pairs().size()).append(')');
      }
      found.append(" and g.id in (select goods_id from goods_term where term like ?)".repeat(terms.singles().size()))
          .append(')');
    }
    return found.append(')').toString();
  }

  /** What {@link #where} needs, in its order. */
  List<Object> arguments() {
    List<Object> arguments = new ArrayList<>(categories);
    if (brand != 0) {
      arguments.add(brand);
    }
    if (!words.isEmpty()) {
      SearchTerms terms = SearchTerms.wanted(words);
      arguments.add(words.replaceAll("[\\\\%_]", "\\\\$0") + '%');
      arguments.addAll(terms.pairs());
      terms.singles().forEach(single -> arguments.add(single + '%'));
    }
    return arguments;
  }

  private static String marks(int number) {
    return String.join(",", Collections.nCopies(number, "?"));
  }
}
