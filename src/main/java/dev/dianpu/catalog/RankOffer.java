package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;

/**
 * What members of a rank pay.
 *
 * @param name of the rank
 * @param price the lowest of the variants, in yuan
 */
public record RankOffer(String name, BigDecimal price) {

  /** What the database knows: a rank, and its fixed price for a variant; variant and price may be null. */
  record Row(String name, int discount, Long sku, BigDecimal price) {}

  /** Of the ranks that save something, in the order of the rows. */
  static List<RankOffer> of(List<Row> rows, List<SkuFacts> skus, Instant now) {
    BigDecimal visitor = skus.stream().map(sku -> sku.prices().at(now)).min(Comparator.naturalOrder()).orElse(null);
    List<RankOffer> offers = new ArrayList<>();
    for (String name : rows.stream().map(Row::name).distinct().toList()) {
      List<Row> own = rows.stream().filter(row -> row.name().equals(name)).toList();
      skus.stream().map(sku -> price(sku, own, now)).min(Comparator.naturalOrder())
          .filter(price -> price.compareTo(visitor) < 0).ifPresent(price -> offers.add(new RankOffer(name, price)));
    }
    return offers;
  }

  private static BigDecimal price(SkuFacts sku, List<Row> rank, Instant now) {
    BigDecimal fixed = rank.stream().filter(row -> row.sku() != null && row.sku() == sku.id()).map(Row::price)
        .findFirst().orElse(null);
    return new PriceFacts(sku.price(), sku.promotionPrice(), sku.from(), sku.until(), rank.get(0).discount(), fixed)
        .at(now);
  }
}
