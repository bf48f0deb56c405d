package dev.dianpu.catalog;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The shown categories, in memory, since every page shows them: read at the start and when the catalog changed, never
 * by a request, so that an error page needs no database.
 */
@ApplicationScoped
public class Shelf {

  private final AtomicReference<List<CategoryView>> categories = new AtomicReference<>(List.of());

  @Inject CategoryRepository repository;

  /** The shown categories in their order. */
  public List<CategoryView> categories() {
    return categories.get();
  }

  /** A shown category. */
  public Optional<CategoryView> find(long id) {
    return categories.get().stream().filter(category -> category.id() == id).findFirst();
  }

  void start(@Observes ShopDatabase.Ready ready) {
    categories.set(repository.shown());
  }

  /** Before the page cache and the navigation are emptied, lest they are filled with the old categories. */
  void changed(@Observes @Priority(200) Versions.Changed changed) {
    if (changed.topic().equals("catalog") || changed.topic().equals("cache")) {
      categories.set(repository.shown());
    }
  }
}
