package dev.dianpu.platform.crypto;

import java.security.SecureRandom;
import java.util.Base64;
import java.util.LinkedHashMap;
import java.util.Map;
import org.bouncycastle.crypto.digests.SHA256Digest;
import org.bouncycastle.crypto.generators.HKDFBytesGenerator;
import org.bouncycastle.crypto.params.HKDFParameters;

/**
 * The shop's secret keys: one or more, each with an id. The first one seals; the others only open what they sealed
 * before, so that a key can be replaced. Sub-keys for each use are derived by HKDF-SHA256 (RFC 5869).
 */
public final class KeyRing {

  private static final int KEY_BYTES = 32;

  private final Map<String, byte[]> keys;

  private KeyRing(Map<String, byte[]> keys) {
    this.keys = keys;
  }

  /**
   * Reads a ring.
   *
   * @param text one {@code id:base64} per line or separated by commas, the current key first
   * @throws IllegalArgumentException when it is not that; the message never holds a key
   */
  public static KeyRing parse(String text) {
    Map<String, byte[]> keys = new LinkedHashMap<>();
    for (String entry : text.strip().split("[,\\s]+")) {
      int colon = entry.indexOf(':');
      if (colon < 1 || !entry.substring(0, colon).matches("[a-z0-9]{1,16}")) {
        throw new IllegalArgumentException("A secret key must be written as id:base64, the id of a-z and 0-9.");
      }
      byte[] key = Base64.getDecoder().decode(entry.substring(colon + 1));
      if (key.length != KEY_BYTES) {
        throw new IllegalArgumentException("A secret key must be " + KEY_BYTES + " bytes in base64.");
      }
      keys.put(entry.substring(0, colon), key);
    }
    return new KeyRing(keys);
  }

  /** A new ring of one key, in the form that {@link #parse} reads. */
  public static String generate() {
    byte[] key = new byte[KEY_BYTES];
    new SecureRandom().nextBytes(key);
    return "k1:" + Base64.getEncoder().encodeToString(key);
  }

  /** The id of the key that seals. */
  public String currentId() {
    return keys.keySet().iterator().next();
  }

  /**
   * The id of the oldest key, which stays the same while keys are added in front of it: for digests that must stay
   * comparable, such as the index of phones.
   */
  public String oldestId() {
    String last = "";
    for (String id : keys.keySet()) {
      last = id;
    }
    return last;
  }

  /** Whether the ring has this key. */
  public boolean has(String id) {
    return keys.containsKey(id);
  }

  /**
   * A sub-key of 32 bytes.
   *
   * @param id of a key of this ring
   * @param use what it is for; two uses never share a sub-key
   */
  byte[] derive(String id, String use) {
    byte[] key = keys.get(id);
    if (key == null) {
      throw new IllegalArgumentException("The secret key " + id + " is not in the ring.");
    }
    HKDFBytesGenerator hkdf = new HKDFBytesGenerator(new SHA256Digest());
    hkdf.init(new HKDFParameters(key, null, ("dianpu/" + use).getBytes(java.nio.charset.StandardCharsets.UTF_8)));
    byte[] out = new byte[KEY_BYTES];
    hkdf.generateBytes(out, 0, out.length);
    return out;
  }
}
