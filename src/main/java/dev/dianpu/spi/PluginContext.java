package dev.dianpu.spi;

import java.time.Clock;

/**
 * What the host gives to a plugin.
 *
 * @param settings the live settings: a value read now is the value of now
 * @param clock the only clock a plugin may read
 */
public record PluginContext(Settings settings, Clock clock) {}
