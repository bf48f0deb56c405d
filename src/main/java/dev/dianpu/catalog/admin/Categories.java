package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;

/** Changes the tree of categories. */
@ApplicationScoped
public class Categories {

  @Inject CategoryAdminRepository repository;
  @Inject AdminLog log;
  @Inject Versions versions;

  /** All, in the order in which the tree is read. */
  public List<CategoryRow> all() {
    return new CategoryOrder(repository.all()).ordered();
  }

  /** A category. */
  public Optional<CategoryRow> find(long id) {
    return all().stream().filter(row -> row.id() == id).findFirst();
  }

  /** Below which categories one may stand; for 0 a new one. */
  public List<CategoryRow> parents(long id) {
    return new CategoryOrder(repository.all()).parents(id);
  }

  /**
   * Adds a category, whose id is 0, or changes one.
   *
   * @return whether it may stand below its parent; if not, nothing is changed
   */
  @Transactional
  public boolean save(CategoryRow wanted) {
    repository.lock();
    Optional<CategoryRow> before = find(wanted.id());
    if (wanted.parentId() != 0 && parents(wanted.id()).stream().noneMatch(row -> row.id() == wanted.parentId())) {
      return false;
    }
    if (wanted.id() == 0) {
      repository.insert(wanted);
      log.record("admin.log.category-added", wanted.name(), "", wanted.brief());
    } else {
      repository.update(wanted);
      log.record("admin.log.category-changed", wanted.name(), before.map(Categories::words).orElse(""), words(wanted));
    }
    versions.bump("catalog");
    return true;
  }

  /**
   * Deletes a category.
   *
   * @return whether it was empty; if not, it stays
   */
  @Transactional
  public boolean remove(CategoryRow category) {
    repository.lock();
    if (repository.anythingIn(category.id()).isPresent()) {
      return false;
    }
    repository.delete(category.id());
    log.record("admin.log.category-removed", category.name(), "", "");
    versions.bump("catalog");
    return true;
  }

  /** What the log says of it; a number of its parent, for names change. */
  private static String words(CategoryRow row) {
    return "%s, %s, %d, ^%d, %s".formatted(row.name(), row.brief(), row.position(), row.parentId(),
        row.shown() ? "+" : "-");
  }
}
