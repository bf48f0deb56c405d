package dev.dianpu.system;

import dev.dianpu.dev.ShopProperties;
import java.io.IOException;
import java.net.InetAddress;
import java.net.NetworkInterface;
import java.nio.file.Path;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.extension.BeforeAllCallback;
import org.junit.jupiter.api.extension.ExtensionContext;

/**
 * Gives the container of the tests its database before Arquillian reads {@code arquillian.xml}, which names the
 * property set here. Inside the container, where the class runs a second time, there is nothing to do.
 */
final class ContainerDatabase implements BeforeAllCallback {

  static final String PROPERTIES = "dianpu.container.properties";

  @Override
  public void beforeAll(ExtensionContext context) throws Exception {
    if (Boolean.getBoolean("dianpu.in-container")) {
      return;
    }
    Path home = Path.of("target/container-home").toAbsolutePath();
    Path properties = home.resolve("container.properties");
    ShopProperties.write(properties, home, TestDatabase.installed(home),
        Map.of("dianpu.in-container", "true", "dianpu.hosts", hosts()));
    System.setProperty(PROPERTIES, properties.toString());
  }

  /** Payara tells Arquillian an address of this machine, not always the loopback one. */
  private static String hosts() throws IOException {
    return NetworkInterface.networkInterfaces()
        .flatMap(NetworkInterface::inetAddresses)
        .map(InetAddress::getHostAddress)
        .filter(address -> !address.contains(":"))
        .collect(Collectors.joining(",", "localhost,", ""));
  }
}
