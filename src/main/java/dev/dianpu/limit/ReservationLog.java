package dev.dianpu.limit;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** What sends took from the budgets and got back, for the owner; rows older than a day may be gone. */
@ApplicationScoped
public class ReservationLog {

  @Inject SendStores stores;

  /**
   * What one send took.
   *
   * @param at when
   * @param givenBack names of the budgets that have their unit back, such as PHONE or SITE
   */
  public record Taken(long id, Instant at, List<String> givenBack) {}

  /** These reservations, by their numbers, as far as they are still there; one query for all. */
  public Map<Long, Taken> find(Collection<Long> ids) {
    return stores.find(ids).entrySet().stream().collect(Collectors.toMap(
        Map.Entry::getKey, entry -> taken(entry.getKey(), entry.getValue())));
  }

  private static Taken taken(long id, SendStore.Taken row) {
    return new Taken(id, Instant.ofEpochMilli(row.share().at()), Arrays.stream(Budget.values())
        .filter(budget -> (row.givenBack() & budget.bit()) != 0).map(Budget::name).toList());
  }
}
