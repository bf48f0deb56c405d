package dev.dianpu.catalog;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;

/**
 * Keeps the search terms of goods up to date: at the start and whenever the catalog changed, whoever changed it, a
 * script run by hand included. So there is one place that cuts text into terms. Goods of such a script also get their
 * variant here.
 */
@ApplicationScoped
public class SearchIndex {

  @Inject SearchIndexRepository repository;

  void start(@Observes ShopDatabase.Ready ready) {
    write();
  }

  void changed(@Observes Versions.Changed changed) {
    if (changed.topic().equals("catalog")) {
      write();
    }
  }

  /** Writes the terms of all goods whose terms are missing or old. */
  void write() {
    while (repository.writeNext()) {
      // The next batch, in a transaction of its own.
    }
  }
}
