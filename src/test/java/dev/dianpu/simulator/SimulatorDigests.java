package dev.dianpu.simulator;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** What gateways compute to know their customers; apart from the code that the shop uses for it. */
final class SimulatorDigests {

  private SimulatorDigests() {}

  /** MD5 of UTF-8 bytes in lower-case hex digits. */
  static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException(missing);
    }
  }
}
