package dev.dianpu.captcha;

import java.io.IOException;
import java.io.InputStream;
import java.io.InputStreamReader;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Optional;
import java.util.Properties;

/**
 * How many pictures a machine read when that was last measured.
 *
 * @param date of the measurement
 * @param reader the program and its version
 * @param pictures how many it was shown
 * @param preparations in how many ways each picture was prepared for it
 * @param read of how many one of its readings was right
 * @param percent the same as a share
 */
public record PictureStrength(String date, String reader, int pictures, int preparations, int read, String percent) {

  /** The last measurement of {@code src/bench/captcha-strength.sh}; empty if there was none. */
  public static Optional<PictureStrength> last() {
    Properties found = new Properties();
    try (InputStream in = PictureStrength.class.getResourceAsStream("strength.properties")) {
      found.load(new InputStreamReader(in, StandardCharsets.UTF_8));
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
    return found.containsKey("read") ? Optional.of(of(found)) : Optional.empty();
  }

  private static PictureStrength of(Properties found) {
    return new PictureStrength(found.getProperty("date"), found.getProperty("reader"), number(found, "pictures"),
        number(found, "preparations"), number(found, "read"), found.getProperty("percent"));
  }

  private static int number(Properties found, String key) {
    return Integer.parseInt(found.getProperty(key));
  }
}
