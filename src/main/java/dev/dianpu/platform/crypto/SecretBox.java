package dev.dianpu.platform.crypto;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.nio.ByteBuffer;
import java.security.GeneralSecurityException;
import java.security.SecureRandom;
import java.util.Arrays;
import java.util.Base64;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.ConcurrentHashMap;
import javax.crypto.Cipher;
import javax.crypto.Mac;
import javax.crypto.spec.GCMParameterSpec;
import javax.crypto.spec.SecretKeySpec;

/**
 * Seals texts (AES-256-GCM) and makes keyed digests (HMAC-SHA256) with sub-keys of a {@link KeyRing}. A sealed text
 * names its key, and opens only for the use and the context it was sealed for.
 */
public class SecretBox {

  private static final int NONCE_BYTES = 12;
  private static final int TAG_BITS = 128;

  private final KeyRing ring;
  private final SecureRandom random = new SecureRandom();
  private final Map<String, byte[]> derived = new ConcurrentHashMap<>();

  /** For the container's proxy only. */
  protected SecretBox() {
    this(null);
  }

  public SecretBox(KeyRing ring) {
    this.ring = ring;
  }

  /** The id of the key that seals now. */
  public String keyId() {
    return ring.currentId();
  }

  private byte[] key(String id, String use) {
    return derived.computeIfAbsent(id + '/' + use, name -> ring.derive(id, use));
  }

  /**
   * Seals a text.
   *
   * @param use what kind of secret, such as {@code setting}; selects the sub-key
   * @param context what it belongs to, such as the setting's key; not stored, and needed again to open it
   * @return {@code keyId.base64url}: the same text sealed twice gives two values
   */
  public String seal(String use, String context, String text) {
    byte[] nonce = new byte[NONCE_BYTES];
    random.nextBytes(nonce);
    byte[] sealed = cipher(Cipher.ENCRYPT_MODE, key(ring.currentId(), use), nonce, context, text.getBytes(UTF_8))
        .orElseThrow();
    byte[] whole = ByteBuffer.allocate(nonce.length + sealed.length).put(nonce).put(sealed).array();
    return ring.currentId() + '.' + Base64.getUrlEncoder().withoutPadding().encodeToString(whole);
  }

  /** Opens a sealed text; empty when it was changed, or sealed for another use or context, or by a key not in the ring. */
  public Optional<String> open(String use, String context, String sealed) {
    int dot = sealed.indexOf('.');
    if (dot < 1 || !ring.has(sealed.substring(0, dot))) {
      return Optional.empty();
    }
    byte[] whole;
    try {
      whole = Base64.getUrlDecoder().decode(sealed.substring(dot + 1));
    } catch (IllegalArgumentException notBase64) {
      return Optional.empty();
    }
    if (whole.length <= NONCE_BYTES) {
      return Optional.empty();
    }
    byte[] nonce = Arrays.copyOf(whole, NONCE_BYTES);
    byte[] body = Arrays.copyOfRange(whole, NONCE_BYTES, whole.length);
    return cipher(Cipher.DECRYPT_MODE, key(sealed.substring(0, dot), use), nonce, context, body)
        .map(bytes -> new String(bytes, UTF_8));
  }

  private static Optional<byte[]> cipher(int mode, byte[] key, byte[] nonce, String context, byte[] input) {
    try {
      Cipher cipher = Cipher.getInstance("AES/GCM/NoPadding");
      cipher.init(mode, new SecretKeySpec(key, "AES"), new GCMParameterSpec(TAG_BITS, nonce));
      cipher.updateAAD(context.getBytes(UTF_8));
      return Optional.of(cipher.doFinal(input));
    } catch (javax.crypto.AEADBadTagException changed) {
      return Optional.empty();
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("AES-GCM is not available", e);
    }
  }

  /**
   * A keyed digest of 32 bytes, for equality and uniqueness of values that must not be read from the database.
   *
   * @param use what kind of value, such as {@code phone}
   */
  public byte[] digest(String use, String value) {
    try {
      Mac mac = Mac.getInstance("HmacSHA256");
      mac.init(new SecretKeySpec(key(ring.oldestId(), "digest/" + use), "HmacSHA256"));
      return mac.doFinal(value.getBytes(UTF_8));
    } catch (GeneralSecurityException e) {
      throw new IllegalStateException("HmacSHA256 is not available", e);
    }
  }

  /** {@code count} random bytes as base64url, for opaque tokens. */
  public String token(int count) {
    return Base64.getUrlEncoder().withoutPadding().encodeToString(random(count));
  }

  /** {@code count} random bytes that nobody can guess. */
  public byte[] random(int count) {
    byte[] bytes = new byte[count];
    random.nextBytes(bytes);
    return bytes;
  }
}
