package dev.dianpu.catalog;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.concurrent.atomic.AtomicReference;

/**
 * The shown categories, in memory, since every page shows them: read at the start and when the catalog changed, never
 * by a request, so that an error page needs no database.
 */
@ApplicationScoped
public class Shelf {

  private final AtomicReference<CategoryTree> tree = new AtomicReference<>(new CategoryTree(List.of()));

  @Inject CategoryRepository repository;

  /** The shown categories of the first level, in their order. */
  public List<CategoryView> categories() {
    return tree.get().children(0);
  }

  /** The shown categories right below another. */
  public List<CategoryView> children(long id) {
    return tree.get().children(id);
  }

  /** A shown category. */
  public Optional<CategoryView> find(long id) {
    return tree.get().find(id);
  }

  /** From the first level down to a category; empty if it is not shown. */
  public List<CategoryView> path(long id) {
    return tree.get().path(id);
  }

  /** A category and all shown ones below it. */
  public Collection<Long> within(long id) {
    return tree.get().within(id);
  }

  void start(@Observes ShopDatabase.Ready ready) {
    read();
  }

  /** Before the page cache and the navigation are emptied, lest they are filled with the old categories. */
  void changed(@Observes @Priority(200) Versions.Changed changed) {
    if (changed.topic().equals("catalog") || changed.topic().equals("cache")) {
      read();
    }
  }

  private void read() {
    tree.set(new CategoryTree(repository.shown()));
  }
}
