package dev.dianpu.spi.gateway;

import java.net.URLEncoder;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.StringJoiner;

/** A form in the character set that a gateway reads, which need not be UTF-8. To be sent as bytes with its type. */
public final class GatewayForm {

  private final Charset charset;
  private final StringJoiner pairs = new StringJoiner("&");

  private GatewayForm(Charset charset) {
    this.charset = charset;
  }

  /** An empty form. */
  public static GatewayForm in(Charset charset) {
    return new GatewayForm(charset);
  }

  /** Adds a field; a character that the set does not have becomes a question mark, so ask the set before. */
  public GatewayForm add(String name, String value) {
    pairs.add(URLEncoder.encode(name, charset) + "=" + URLEncoder.encode(value, charset));
    return this;
  }

  /** The value of the header {@code Content-Type}. */
  public String type() {
    return "application/x-www-form-urlencoded; charset=" + charset.name();
  }

  /** The body. */
  public byte[] bytes() {
    return pairs.toString().getBytes(StandardCharsets.US_ASCII);
  }
}
