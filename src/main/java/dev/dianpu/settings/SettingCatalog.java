package dev.dianpu.settings;

import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.concurrent.atomic.AtomicReference;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Every settings group of the host and of the installed plugins. */
@ApplicationScoped
public class SettingCatalog {

  private record Known(List<SettingGroup> groups, Map<String, SettingField> fields) {}

  private final AtomicReference<Known> known = new AtomicReference<>();

  @Inject Instance<GroupSource> sources;

  /** All groups in the order of their tabs. */
  public List<SettingGroup> groups() {
    return known().groups();
  }

  /**
   * The groups of each tab, in the order of the tabs: one whose tab is not there has its own. Those with a page of their
   * own are left out.
   */
  public Map<String, List<SettingGroup>> tabs() {
    List<SettingGroup> shown = groups().stream().filter(group -> group.order() >= 0).toList();
    Set<String> ids = shown.stream().map(SettingGroup::id).collect(Collectors.toSet());
    return shown.stream().sorted(Comparator.comparing(group -> !group.tab().equals(group.id())))
        .collect(Collectors.groupingBy(group -> ids.contains(group.tab()) ? group.tab() : group.id(),
            LinkedHashMap::new, Collectors.toList()));
  }

  /** The group of this id. */
  public Optional<SettingGroup> group(String id) {
    return groups().stream().filter(group -> group.id().equals(id)).findFirst();
  }

  /**
   * The field of this key.
   *
   * @throws IllegalArgumentException when no group describes it
   */
  SettingField field(String key) {
    SettingField field = known().fields().get(key);
    if (field == null) {
      throw new IllegalArgumentException("No settings group describes " + key);
    }
    return field;
  }

  private Known known() {
    Known current = known.get();
    return current != null ? current : known.updateAndGet(old -> old != null ? old : collect());
  }

  private Known collect() {
    List<SettingGroup> groups = sources.stream().flatMap(source -> source.groups().stream())
        .sorted(Comparator.comparingInt(SettingGroup::order).thenComparing(SettingGroup::id)).toList();
    return new Known(groups, groups.stream().flatMap(group -> group.fields().stream())
        .collect(Collectors.toUnmodifiableMap(SettingField::key, Function.identity())));
  }

  void forget(@Observes Versions.Changed changed) {
    known.set(null);
  }

  void forget(@Observes ShopDatabase.Ready ready) {
    known.set(null);
  }
}
