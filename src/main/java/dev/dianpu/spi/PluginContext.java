package dev.dianpu.spi;

import java.time.Clock;
import javax.sql.DataSource;

/**
 * What the host gives to a plugin.
 *
 * @param settings the live settings: a value read now is the value of now
 * @param clock the only clock a plugin may read
 * @param database for the plugin's own tables only; a connection takes part in the running transaction, if there is one
 * @param digest for values that must not be read from the database, such as phones
 */
public record PluginContext(Settings settings, Clock clock, DataSource database, Digest digest) {

  /** A keyed digest of 32 bytes: equal for equal values, and no way back. */
  @FunctionalInterface
  public interface Digest {
    /** The digest of a value; {@code use} keeps the digests of different kinds of values apart. */
    byte[] of(String use, String value);
  }
}
