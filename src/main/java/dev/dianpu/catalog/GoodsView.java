package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.List;
import java.util.stream.Stream;

/**
 * Goods as their own page shows them.
 *
 * @param description plain text; an empty line parts paragraphs
 * @param picture path of an asset
 * @param marketPrice what others ask, in yuan; null for none
 */
public record GoodsView(
    long id,
    long categoryId,
    String sn,
    String name,
    String brief,
    String description,
    String picture,
    BigDecimal price,
    BigDecimal marketPrice,
    int stock,
    int sales,
    Instant listedAt)
    implements Priced {

  /** The description, paragraph by paragraph. */
  public List<String> paragraphs() {
    return Stream.of(description.split("\\R\\s*\\R")).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
