package dev.dianpu.platform.redis;

import java.net.URI;
import java.net.URISyntaxException;

/** Reads {@code dianpu.redis.url}. */
final class RedisAddress {

  private static final String FORM = "dianpu.redis.url (DIANPU_REDIS_URL) is not an address like"
      + " redis://user:password@host:6379/0, or rediss:// for TLS: correct it, or leave it out to count in the database";

  private RedisAddress() {}

  /**
   * The address. What is wrong with one that is none is not told, since it may hold a password.
   *
   * @throws IllegalArgumentException with a sentence for the operator
   */
  static URI of(String text) {
    try {
      URI uri = new URI(text.strip());
      boolean scheme = "redis".equals(uri.getScheme()) || "rediss".equals(uri.getScheme());
      boolean database = uri.getPath() == null || uri.getPath().matches("/?[0-9]{0,3}");
      if (scheme && uri.getHost() != null && uri.getPort() > 0 && database && uri.getQuery() == null) {
        return uri;
      }
    } catch (URISyntaxException noAddress) {
      // The sentence below says all, and the exception's own would repeat the password.
    }
    throw new IllegalArgumentException(FORM);
  }
}
