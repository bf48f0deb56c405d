package dev.dianpu.plugin;

import java.time.Instant;

/**
 * A row of the table {@code plugin}.
 *
 * @param id of the plugin
 * @param version whose scripts ran last
 * @param state where it stands
 * @param installedAt since when
 */
public record InstalledPlugin(String id, String version, PluginState state, Instant installedAt) {}
