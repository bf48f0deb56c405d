package dev.dianpu.catalog;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.List;

/** By what the goods of a category can be narrowed: kept, since it takes a look at all of them. */
@ApplicationScoped
public class Facets {

  private final Cache<Long, List<Facet>> kept =
      Caffeine.newBuilder().maximumSize(1000).expireAfterWrite(Duration.ofMinutes(10)).build();

  @Inject FacetRepository repository;
  @Inject Shelf shelf;

  /** Of the goods of a category and of those below it. */
  List<Facet> of(long category) {
    return kept.get(category, id -> repository.of(shelf.within(id)));
  }

  void empty(@Observes Versions.Changed changed) {
    kept.invalidateAll();
  }
}
