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
 * @param price the lowest of its variants, in yuan
 * @param marketPrice what others ask, in yuan; null for none
 * @param brand empty without one
 * @param optionNames what the variants differ in; empty without a choice
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
    Instant listedAt,
    String brand,
    String optionNames)
    implements Priced {

  /** The description, paragraph by paragraph. */
  public List<String> paragraphs() {
    return Stream.of(description.split("\\R\\s*\\R")).map(String::strip).filter(text -> !text.isEmpty()).toList();
  }
}
