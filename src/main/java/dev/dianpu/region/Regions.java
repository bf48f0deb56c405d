package dev.dianpu.region;

import dev.dianpu.region.RegionRepository.Row;
import dev.dianpu.platform.database.Kept;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.LinkedList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** The regions, in memory: some 3,200 of them. */
@ApplicationScoped
public class Regions {

  private final Kept<Map<Integer, Row>> rows = new Kept<>();
  private final Kept<Map<Integer, List<Region>>> within = new Kept<>();

  @Inject RegionRepository repository;

  /** The provinces. */
  public List<Region> provinces() {
    return within(0);
  }

  /** What lies directly in a region; nothing in one that does not exist. */
  public List<Region> within(int code) {
    return within.get(() -> rows().values().stream().sorted((a, b) -> Integer.compare(a.code(), b.code()))
        .collect(Collectors.groupingBy(Row::parent,
            Collectors.mapping(row -> new Region(row.code(), row.name()), Collectors.toUnmodifiableList()))))
        .getOrDefault(code, List.of());
  }

  /** The way from a province to this region; empty if there is no such one. */
  public Optional<RegionPath> path(int code) {
    LinkedList<Region> steps = new LinkedList<>();
    for (Row row = rows().get(code); row != null; row = rows().get(row.parent())) {
      steps.addFirst(new Region(row.code(), row.name()));
    }
    return steps.isEmpty() ? Optional.empty() : Optional.of(new RegionPath(steps));
  }

  /** As {@link #path}, only of places that are not divided any further: those that an address can name. */
  public Optional<RegionPath> place(int code) {
    return within(code).isEmpty() ? path(code) : Optional.empty();
  }

  private Map<Integer, Row> rows() {
    return rows.get(() -> {
      Map<Integer, Row> read = new HashMap<>();
      repository.all().forEach(row -> read.put(row.code(), row));
      return read;
    });
  }
}
