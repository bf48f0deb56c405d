package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** How many variants are about to run out, for a start page; {@code /admin/stock} names them. */
@ApplicationScoped
public class StockWarnings {

  @Inject SkuRepository skus;

  /** Variants on sale with no more pieces than their goods' owner wants to be warned at; one query. */
  public long count() {
    return skus.countLow();
  }
}
