package dev.dianpu.plugins.zkeys;

import java.net.URI;
import java.time.Instant;

/**
 * A token, with what it was fetched for: a change of the settings makes it useless.
 *
 * @param value goes with each SMS
 * @param until when it is fetched anew
 * @param owner whom it was given to
 */
record ZkeysToken(String value, Instant until, Owner owner) {

  /** Who asked, and where. */
  record Owner(URI address, String appId, String secret) {

    /** Without the secret. */
    @Override
    public String toString() {
      return "Owner[" + address + "]";
    }
  }

  /** Without the token itself. */
  @Override
  public String toString() {
    return "ZkeysToken[" + until + "]";
  }
}
