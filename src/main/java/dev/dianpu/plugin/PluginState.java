package dev.dianpu.plugin;

/** Where an installed plugin stands in its life cycle; a plugin that is not installed has no state. */
public enum PluginState {
  /** Its scripts ran; never switched on yet. */
  INSTALLED,
  /** The host sees what it supplies. */
  ON,
  /** Switched off again; its settings and data stay. */
  OFF
}
