package dev.dianpu.admin.limit;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;

/** Values of others that the owner may take over, and what would change by it. */
@ApplicationScoped
class PresetOffers {

  @Inject Extensions<PhonePolicy> policies;
  @Inject Settings settings;

  /** A setting that would change. */
  public record Change(String key, String before, String after) {}

  List<PhonePolicy.Preset> all() {
    return policies.first().map(PhonePolicy::presets).orElse(List.of());
  }

  Optional<PhonePolicy.Preset> named(String id) {
    return all().stream().filter(preset -> preset.id().equals(id)).findFirst();
  }

  /** In the order of the keys; none if everything is as the preset has it. */
  List<Change> changes(PhonePolicy.Preset preset) {
    return preset.values().entrySet().stream()
        .map(value -> new Change(value.getKey(), settings.text(value.getKey()), value.getValue()))
        .filter(change -> !change.before().equals(change.after()))
        .sorted(Comparator.comparing(Change::key)).toList();
  }
}
