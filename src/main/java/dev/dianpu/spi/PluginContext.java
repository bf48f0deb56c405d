package dev.dianpu.spi;

import java.time.Clock;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * What the host gives to a plugin.
 *
 * @param settings the live settings: a value read now is the value of now
 * @param clock the only clock a plugin may read
 * @param database for the plugin's own tables only; a connection takes part in the running transaction, if there is one
 * @param digest for values that must not be read from the database, such as phones
 * @param seal for texts that a plugin keeps and must not be readable in the database
 * @param account which of the shop's accounts with the plugin's gateway this is, from 1; {@code settings} are that
 *     account's, under the keys that the plugin describes
 */
public record PluginContext(
    Settings settings, Clock clock, DataSource database, Digest digest, Seal seal, int account) {

  /** For the first account of a plugin that seals nothing. */
  public PluginContext(Settings settings, Clock clock, DataSource database, Digest digest) {
    this(settings, clock, database, digest, null, 1);
  }

  /** The id of the account's channel: the plugin's id, for a further account such as {@code cloopen.2}. */
  public String channelId(String pluginId) {
    return account == 1 ? pluginId : pluginId + '.' + account;
  }

  /** A keyed digest of 32 bytes: equal for equal values, and no way back. */
  @FunctionalInterface
  public interface Digest {
    /** The digest of a value; {@code use} keeps the digests of different kinds of values apart. */
    byte[] of(String use, String value);
  }

  /** Makes texts unreadable with a key that is not in the database, and this plugin's alone. */
  public interface Seal {
    /**
     * A text sealed; the same text sealed twice gives two values, in letters of ASCII.
     *
     * @param context what it belongs to, such as a row's id: needed again to open it, so that rows cannot be swapped
     */
    String seal(String context, String text);

    /** The text; empty when it was changed, or sealed for something else, or its key is gone. */
    Optional<String> open(String context, String sealed);
  }
}
