/**
 * Plugins from the host's side: which there are, their life cycle (install, switch on, switch off, uninstall), their
 * database scripts, and {@link dev.dianpu.spi.Extensions}, through which host rooms meet what plugins supply. Nothing
 * here knows any one plugin. What a plugin supplies is seen only while it is installed, on, and its scripts ran.
 */
package dev.dianpu.plugin;
