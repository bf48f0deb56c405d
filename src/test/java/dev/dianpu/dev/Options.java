package dev.dianpu.dev;

import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.nio.file.Path;
import java.util.List;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What {@code -D} chose for the development run.
 *
 * @param port of the shop
 * @param simulatorPort of the gateway simulators
 * @param home where data, key, logs and the unpacked database are kept between runs
 * @param databaseUrl JDBC address of a database to use instead of the embedded one, or empty
 */
record Options(int port, int simulatorPort, Path home, String databaseUrl) {

  static final String PORT = "dianpu.port";
  static final String SIMULATOR_PORT = "dianpu.simulator.port";
  static final String HOME = "dianpu.home";
  static final String DATABASE = "dianpu.db.url";

  static Options fromSystemProperties() {
    return new Options(port(PORT, "8080"), port(SIMULATOR_PORT, "8090"),
        Path.of(text(HOME, "data")).toAbsolutePath().normalize(), text(DATABASE, ""));
  }

  /** For the shop's JVM: a quick start, or {@code -Ddianpu.server.options} where speed afterwards counts more. */
  List<String> serverOptions() {
    return List.of(text("dianpu.server.options", String.join(" ", ShopServer.QUICK_START)).split(" +"));
  }

  /** The user: {@code -Ddianpu.db.user}, or the one in the address. */
  String databaseUser() {
    return text("dianpu.db.user", inUrl("user"));
  }

  /** The password: {@code -Ddianpu.db.password}, or the one in the address. */
  String databasePassword() {
    return text("dianpu.db.password", inUrl("password"));
  }

  private String inUrl(String name) {
    Matcher value = Pattern.compile("[?&]" + name + "=([^&]*)").matcher(databaseUrl);
    return value.find() ? URLDecoder.decode(value.group(1), StandardCharsets.UTF_8) : "";
  }

  private static int port(String option, String otherwise) {
    String text = text(option, otherwise);
    if (!text.matches("\\d{1,5}") || Integer.parseInt(text) < 1 || Integer.parseInt(text) > 65535) {
      throw new CannotStart("-D%s=%s is not a port: choose a number from 1 to 65535.".formatted(option, text));
    }
    return Integer.parseInt(text);
  }

  private static String text(String option, String otherwise) {
    String value = System.getProperty(option, "").strip();
    return value.isEmpty() ? otherwise : value;
  }
}
