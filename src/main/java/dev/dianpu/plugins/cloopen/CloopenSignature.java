package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.gateway.GatewayDigests;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import java.util.Locale;

/**
 * How a request proves who makes it (document 002, §2 and §3). Both parts name the same time, which is valid for 24
 * hours: one that was overheard can be used again until then, so the address should be https.
 *
 * @param sig upper-case MD5 of account, token and time
 * @param authorization Base64 of account and time, without the name of a scheme
 */
record CloopenSignature(String sig, String authorization) {

  /**
   * Signs.
   *
   * @param timestamp {@code yyyyMMddHHmmss}
   */
  static CloopenSignature of(String accountSid, String authToken, String timestamp) {
    return new CloopenSignature(
        GatewayDigests.md5(accountSid + authToken + timestamp).toUpperCase(Locale.ROOT),
        Base64.getEncoder().encodeToString((accountSid + ':' + timestamp).getBytes(StandardCharsets.UTF_8)));
  }

  /** Without what would be good for a day. */
  @Override
  public String toString() {
    return "CloopenSignature";
  }
}
