/**
 * The whole plugin contract. A plugin, built in or dropped in as a jar, sees this package, {@code java..} and
 * {@code jakarta..} and nothing else of the host; the host reaches plugins only through the types here.
 *
 * <p>Changes are additive (default methods); anything else needs a decision record in {@code src/adr}.
 */
package dev.dianpu.spi;
