package dev.dianpu.plugin;

import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.Settings;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/**
 * A further account of the shop with a plugin's gateway: the same settings once more, under keys with the account's number
 * after the plugin's id, such as {@code cloopen.2.app-id}. The plugin sees its own keys and knows nothing of this.
 *
 * @param plugin the plugin's id
 * @param number from 2
 * @param label how the owner calls it
 */
record Account(String plugin, int number, String label) {

  /** The id of the account's channel and the first part of its keys. */
  String id() {
    return plugin + '.' + number;
  }

  /** The plugin's groups for this account. */
  List<SettingGroup> groups(List<SettingGroup> described) {
    Set<String> own = keys(described);
    return described.stream().map(group -> new SettingGroup(rename(group.id()), rename(group.id()), group.order(),
        group.fields().stream().map(this::rename).toList(),
        wanted -> group.check().problems(settings(wanted, own)).stream().map(this::rename).toList(),
        group.links())).toList();
  }

  /** The settings as the plugin's instance for this account sees them. */
  Settings settings(Settings all, List<SettingGroup> described) {
    return settings(all, keys(described));
  }

  private static Set<String> keys(List<SettingGroup> described) {
    return described.stream().flatMap(group -> group.fields().stream()).map(SettingField::key)
        .collect(Collectors.toUnmodifiableSet());
  }

  private Settings settings(Settings all, Set<String> own) {
    return new AccountSettings(all, key -> own.contains(key) ? rename(key) : key);
  }

  private SettingProblem rename(SettingProblem problem) {
    return new SettingProblem(rename(problem.key()), problem.message(), problem.arguments());
  }

  private SettingField rename(SettingField field) {
    return new SettingField(rename(field.key()), field.type(), field.defaultValue(), field.required(), field.min(),
        field.max(), field.unit(), field.choices(), field.variables(), field.pattern());
  }

  private String rename(String key) {
    int dot = key.indexOf('.');
    return dot < 0 ? key + '.' + number : key.substring(0, dot) + '.' + number + key.substring(dot);
  }
}
