package dev.dianpu.platform;

import jakarta.enterprise.context.ApplicationScoped;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;
import org.eclipse.microprofile.config.Config;
import org.eclipse.microprofile.config.ConfigProvider;

/**
 * The facts of this installation that its operator decides outside the shop (MicroProfile Config: system property or
 * environment variable). What a shop owner decides is a setting instead, never both. install.md lists every key.
 */
@ApplicationScoped
public class Deployment {

  private final Config config = ConfigProvider.getConfig();

  /** {@code dianpu.home}: where the key file and themes are kept; default {@code ./data}. */
  public Path home() {
    return Path.of(text("dianpu.home", "data")).toAbsolutePath().normalize();
  }

  /** {@code DIANPU_SECRET_KEY}: the key ring, if it is not a file. */
  public Optional<String> secretKey() {
    return config.getOptionalValue("DIANPU_SECRET_KEY", String.class);
  }

  /** {@code dianpu.hosts}: the host names, without port, under which the shop may be reached. */
  public List<String> hosts() {
    return list("dianpu.hosts", "localhost,127.0.0.1,[::1]");
  }

  /** {@code dianpu.trusted-proxies}: addresses or CIDR ranges that may name a client's address; default none. */
  public List<String> trustedProxies() {
    return list("dianpu.trusted-proxies", "");
  }

  /** {@code dianpu.redis.url}: the Redis that counts in place of the database; default none. */
  public Optional<String> redis() {
    return Optional.of(text("dianpu.redis.url", "")).filter(address -> !address.isEmpty());
  }

  private String text(String key, String otherwise) {
    return config.getOptionalValue(key, String.class).map(String::strip).filter(s -> !s.isEmpty()).orElse(otherwise);
  }

  private List<String> list(String key, String otherwise) {
    return Stream.of(text(key, otherwise).split(",")).map(String::strip).filter(s -> !s.isEmpty()).toList();
  }
}
