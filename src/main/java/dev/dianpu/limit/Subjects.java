package dev.dianpu.limit;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.spi.PhoneNumber;

/** Whose budgets a send draws on, as keyed digests: neither phones nor addresses can be read from the database. */
record Subjects(byte[] phone, byte[] address, byte[] range) {

  private static final byte[] WHOLE_SITE = new byte[32];

  static Subjects of(PhoneNumber phone, String address, SecretBox box) {
    Networks networks = Networks.of(address);
    return new Subjects(box.digest("phone", phone.e164()), box.digest("address", networks.address()),
        box.digest("range", networks.range()));
  }

  byte[] of(Budget budget) {
    return switch (budget) {
      case PHONE -> phone;
      case ADDRESS -> address;
      case RANGE -> range;
      case SITE -> WHOLE_SITE;
    };
  }
}
