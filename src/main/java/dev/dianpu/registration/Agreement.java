package dev.dianpu.registration;

/** Which wording of agreement and privacy page people agree to. */
final class Agreement {

  /** Change it together with the texts {@code shop.agreement.*} and {@code shop.privacy.*}: it is kept with each consent. */
  static final String VERSION = "2026-11";

  private Agreement() {}
}
