/**
 * The shop's settings: described as data in groups, saved with their history in the admin's log, live on all nodes
 * within two seconds, secrets sealed and write-only. Any host room may read them through {@link dev.dianpu.spi.Settings}.
 */
package dev.dianpu.settings;
