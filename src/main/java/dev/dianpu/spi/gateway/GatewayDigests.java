package dev.dianpu.spi.gateway;

import java.math.BigInteger;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;

/** Digests as gateways ask for them, and ids in the shape that they take. */
public final class GatewayDigests {

  private GatewayDigests() {}

  /** MD5 of the UTF-8 bytes, 32 hex digits in lower case. Gateways ask for it; it protects nothing by itself. */
  public static String md5(String text) {
    return HexFormat.of().formatHex(digest("MD5", text));
  }

  /**
   * The id of an attempt as a number, for gateways that take no letters: always the same for the same attempt, and with
   * 18 digits the same for two of a million attempts once in two million shops.
   *
   * @param digits how many it has, the first of which is no zero
   */
  public static String number(String attemptId, int digits) {
    BigInteger least = BigInteger.TEN.pow(digits - 1);
    BigInteger many = least.multiply(BigInteger.valueOf(9));
    return new BigInteger(1, digest("SHA-256", attemptId)).mod(many).add(least).toString();
  }

  private static byte[] digest(String algorithm, String text) {
    try {
      return MessageDigest.getInstance(algorithm).digest(text.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException missing) {
      throw new IllegalStateException("every Java platform must offer " + algorithm, missing);
    }
  }
}
