package dev.dianpu.spi;

import java.util.List;

/**
 * A unit that is installed (its database script runs), switched on, configured, switched off and uninstalled.
 *
 * <p>A built-in plugin is a CDI bean in {@code dev.dianpu.plugins.<id>}; its constructor must do nothing but remember
 * what it is given. Its database scripts stand in {@code sql/plugins/<id>/V001__….sql}, its texts in
 * {@code messages/plugins/<id>.properties} (Chinese) and {@code <id>_en.properties}. Two texts are required:
 * {@code plugin.<id>.title} and {@code plugin.<id>.description}.
 */
public interface Plugin {

  /** The stable name: {@code [a-z][a-z0-9]{1,31}}; names the folder, the tables' prefix and the settings groups. */
  String id();

  /** The version shown to the owner, {@code major.minor.patch}. */
  String version();

  /** The settings groups that this plugin adds to the store settings while it is installed; may be empty. */
  default List<SettingGroup> settings() {
    return List.of();
  }

  /**
   * The implementations of extension types ({@link SmsChannel}, {@link PhonePolicy}, …) that this plugin supplies.
   * Called once, when the host first needs them; what is returned is seen by the host only while the plugin is on.
   * It must not call a network or the database.
   *
   * @param context what the host gives to a plugin; safe to keep
   */
  List<Object> extensions(PluginContext context);
}
