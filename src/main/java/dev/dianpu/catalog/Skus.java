package dev.dianpu.catalog;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Instant;
import java.util.Collection;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.Map;

/** Variants for cart, checkout and orders. */
@ApplicationScoped
public class Skus {

  /** For a buyer without a rank, a visitor for instance. */
  public static final long NO_RANK = 0;

  @Inject SkuRepository repository;
  @Inject Clock clock;

  /**
   * These variants with their prices as of now, also those that are sold no more; one query, none for none.
   *
   * @param ids of variants; one that does not exist is missing in the answer
   * @param rankId the buyer's rank, or {@link #NO_RANK}
   * @return by their ids, in the order of these
   */
  public Map<Long, SkuView> byIds(Collection<Long> ids, long rankId) {
    Map<Long, SkuView> found = new LinkedHashMap<>();
    Instant now = clock.instant();
    if (!ids.isEmpty()) {
      repository.facts(ids, rankId).stream().map(facts -> facts.view(now)).sorted(Comparator.comparing(SkuView::id))
          .forEach(view -> found.put(view.id(), view));
    }
    return found;
  }
}
