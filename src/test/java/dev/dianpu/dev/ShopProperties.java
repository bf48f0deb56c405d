package dev.dianpu.dev;

import java.io.IOException;
import java.io.StringWriter;
import java.nio.file.Path;
import java.util.Map;
import java.util.Properties;

/** The system properties of a shop's server, in a file: other users of the machine see a command line. */
public final class ShopProperties {

  private ShopProperties() {}

  /**
   * Writes the file, readable by its owner only.
   *
   * @param home the shop's {@code dianpu.home}
   * @param more further properties
   */
  public static void write(Path file, Path home, Database database, Map<String, String> more) throws IOException {
    Properties all = new Properties();
    all.putAll(more);
    all.put("dianpu.home", home.toString());
    all.put("dianpu.db.url", database.url());
    all.put("dianpu.db.user", database.user());
    all.put("dianpu.db.password", database.password());
    StringWriter text = new StringWriter();
    all.store(text, null);
    Secrets.write(file, text.toString());
  }
}
