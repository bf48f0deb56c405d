package dev.dianpu.captcha;

import java.time.Instant;

/** The nonces of answered captchas, on all nodes together. */
@FunctionalInterface
interface Nonces {

  /**
   * Burns a nonce.
   *
   * @return false if somebody did before; of any number of simultaneous calls one gets true
   */
  boolean burn(String nonce, Instant expiresAt);
}
