package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.GoodsSums;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.TreeSet;
import java.util.stream.Collectors;

/** Changes goods and their variants. */
@ApplicationScoped
public class GoodsBook {

  @Inject GoodsAdminRepository repository;
  @Inject GoodsSums sums;
  @Inject AdminLog log;
  @Inject Versions versions;
  @Inject Clock clock;

  /**
   * What became of goods that were to be saved.
   *
   * @param id of the goods; 0 if they were not saved
   * @param taken numbers, of goods or of variants, that others have: then nothing was saved
   */
  public record Saved(long id, Set<String> taken) {}

  /** What can be done with several goods at once. */
  public enum Step { SELL, STOP, RECYCLE, RESTORE }

  /** Goods with their variants. */
  public Optional<GoodsDraft> find(long id) {
    return repository.find(id, repository.skus(id));
  }

  /** Adds goods, whose id is 0, or changes some. */
  @Transactional
  public Saved save(GoodsDraft draft) {
    Set<String> taken = new TreeSet<>(repository.codesOfOthers(draft.id(), draft.skus().stream()
        .filter(sku -> !sku.removed()).map(SkuDraft::code).toList()));
    if (repository.snOfOthers(draft.id(), draft.sn())) {
      taken.add(draft.sn());
    }
    if (!taken.isEmpty()) {
      return new Saved(0, taken);
    }
    return new Saved(draft.id() == 0 ? add(draft) : change(draft), Set.of());
  }

  private long add(GoodsDraft draft) {
    long id = repository.insert(draft, clock.instant());
    write(id, draft);
    changed("admin.log.goods-added", draft.sn(), "", draft.summary());
    return id;
  }

  private long change(GoodsDraft draft) {
    sums.lock(List.of(draft.id()));
    String before = find(draft.id()).map(GoodsDraft::summary).orElse("");
    // What goes first frees its number for what comes.
    draft.skus().stream().filter(SkuDraft::removed).forEach(sku -> repository.remove(draft.id(), sku.id()));
    write(draft.id(), draft);
    repository.update(draft);
    changed("admin.log.goods-changed", draft.sn(), before, draft.summary());
    return draft.id();
  }

  private void write(long id, GoodsDraft draft) {
    int position = 0;
    for (SkuDraft sku : draft.skus()) {
      position += 10;
      if (sku.id() != 0 && !sku.removed()) {
        repository.update(id, sku, position);
      } else if (sku.id() == 0) {
        repository.insert(id, sku, position);
      }
    }
    sums.write(List.of(id));
  }

  /**
   * Does something with several goods.
   *
   * @return with how many; those of which it was true already do not count
   */
  @Transactional
  public int step(Step step, Collection<Long> goods) {
    int done = switch (step) {
      case SELL -> repository.sell(goods, true);
      case STOP -> repository.sell(goods, false);
      case RECYCLE -> repository.recycle(goods, clock.instant());
      case RESTORE -> repository.restore(goods);
    };
    if (done > 0) {
      changed("admin.log.goods-" + step.name().toLowerCase(java.util.Locale.ROOT),
          repository.names(goods).stream().collect(Collectors.joining(" ")), "", "");
    }
    return done;
  }

  /** Adds pieces to a variant; empty if it is not there. */
  @Transactional
  public Optional<StockLine> restock(long sku, int pieces) {
    Optional<StockLine> before = repository.sku(sku);
    before.ifPresent(line -> {
      sums.lock(List.of(line.goodsId()));
      repository.restock(sku, pieces);
      sums.write(List.of(line.goodsId()));
      changed("admin.log.restocked", line.code(), "", "+" + pieces);
    });
    return before;
  }

  private void changed(String action, String subject, String before, String after) {
    log.record(action, subject, before, after);
    versions.bump("catalog");
  }
}
