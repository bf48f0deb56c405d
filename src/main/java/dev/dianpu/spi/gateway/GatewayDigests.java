package dev.dianpu.spi.gateway;

import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as gateways ask for them. */
public final class GatewayDigests {

  private GatewayDigests() {}

  /** MD5 of the UTF-8 bytes, 32 hex digits in lower case. Gateways ask for it; it protects nothing by itself. */
  public static String md5(String text) {
    try {
      byte[] digest = MessageDigest.getInstance("MD5").digest(text.getBytes(StandardCharsets.UTF_8));
      return HexFormat.of().formatHex(digest);
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform must offer MD5", missing);
    }
  }
}
