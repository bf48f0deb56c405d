package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Spelling;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** The words in which goods are described: brands, types with their attributes, ranks. Names are given once. */
@ApplicationScoped
public class Vocabulary {

  @Inject ListRepository repository;
  @Inject AdminLog log;
  @Inject Versions versions;

  public List<BrandRow> brands() {
    return repository.brands();
  }

  public List<RankRow> ranks() {
    return repository.ranks();
  }

  public List<TypeRow> types() {
    return repository.types();
  }

  /** Of a type, in their order. */
  public List<AttributeRow> attributes(long type) {
    return repository.attributes(type);
  }

  /**
   * Adds a brand, whose id is 0, or changes one.
   *
   * @return whether the name was free; if not, nothing is changed
   */
  @Transactional
  public boolean save(BrandRow row) {
    Optional<BrandRow> before = brands().stream().filter(other -> other.id() == row.id()).findFirst();
    if (taken(row.name(), brands().stream().filter(other -> other.id() != row.id()).map(BrandRow::name))) {
      return false;
    }
    repository.save(row);
    changed("admin.log.brand-saved", row.name(), before.map(BrandRow::name).orElse(""), row.name() + " " + row.brief());
    return true;
  }

  /**
   * Deletes a brand.
   *
   * @return whether no goods had it; if some had, it stays
   */
  @Transactional
  public boolean removeBrand(long id, String name) {
    boolean gone = repository.removeBrand(id) == 1;
    if (gone) {
      changed("admin.log.brand-removed", name, "", "");
    }
    return gone;
  }

  /** As for brands. */
  @Transactional
  public boolean save(RankRow row) {
    Optional<RankRow> before = ranks().stream().filter(other -> other.id() == row.id()).findFirst();
    if (taken(row.name(), ranks().stream().filter(other -> other.id() != row.id()).map(RankRow::name))) {
      return false;
    }
    repository.save(row);
    changed("admin.log.rank-saved", row.name(), before.map(Vocabulary::words).orElse(""), words(row));
    return true;
  }

  private static String words(RankRow row) {
    return "%s, %d%%, %d, %s".formatted(row.name(), row.discount(), row.pointsFrom(), row.shown() ? "+" : "-");
  }

  /** As for brands. */
  @Transactional
  public boolean save(TypeRow row) {
    Optional<TypeRow> before = types().stream().filter(other -> other.id() == row.id()).findFirst();
    if (taken(row.name(), types().stream().filter(other -> other.id() != row.id()).map(TypeRow::name))) {
      return false;
    }
    repository.save(row);
    changed("admin.log.type-saved", row.name(), before.map(TypeRow::name).orElse(""), row.name());
    return true;
  }

  /** As for brands; a name is given once in a type. */
  @Transactional
  public boolean save(AttributeRow row) {
    List<AttributeRow> others = attributes(row.typeId()).stream().filter(other -> other.id() != row.id()).toList();
    if (taken(row.name(), others.stream().map(AttributeRow::name))) {
      return false;
    }
    repository.save(row);
    changed("admin.log.attribute-saved", row.name(), "", String.join("/", row.values()));
    return true;
  }

  /** As for brands: one that says something of goods stays. */
  @Transactional
  public boolean removeAttribute(AttributeRow row) {
    boolean gone = repository.removeAttribute(row.typeId(), row.id()) == 1;
    if (gone) {
      changed("admin.log.attribute-removed", row.name(), "", "");
    }
    return gone;
  }

  private static boolean taken(String name, Stream<String> others) {
    return others.anyMatch(other -> Spelling.folded(other).equals(Spelling.folded(name)));
  }

  private void changed(String action, String subject, String before, String after) {
    log.record(action, subject, before, after);
    versions.bump("catalog");
  }
}
