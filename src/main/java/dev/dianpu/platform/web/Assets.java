package dev.dianpu.platform.web;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import dev.dianpu.platform.database.Versions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;

/** Style sheets, scripts and pictures of the theme and of the host, each with a digest of its content in its address. */
@ApplicationScoped
public class Assets {

  private static final long MOST_BYTES = 32L << 20;
  private static final String SAFE_PATH = "([A-Za-z0-9_-][A-Za-z0-9._-]*/)*[A-Za-z0-9_-][A-Za-z0-9._-]*";

  private final Cache<String, Asset> kept = Caffeine.newBuilder().maximumWeight(MOST_BYTES)
      .weigher((String path, Asset asset) -> asset.bytes().length + 100).build();

  @Inject TemplateSource source;

  /** A file and the digest that names its content. */
  record Asset(byte[] bytes, String digest) {}

  /**
   * The address of an asset, which changes with its content, so that browsers may keep it for ever. What is an address of
   * the shop already, such as that of an uploaded picture, stays as it is.
   */
  String address(String path) {
    if (path.matches("/" + SAFE_PATH)) {
      return path;
    }
    return find(path).map(asset -> "/assets/" + asset.digest() + "/" + path).orElse("/assets/none/" + path);
  }

  Optional<Asset> find(String path) {
    if (!path.matches(SAFE_PATH)) {
      return Optional.empty();
    }
    Asset found = kept.getIfPresent(path);
    if (found == null) {
      found = read(path);
      if (found != null) {
        kept.put(path, found);
      }
    }
    return Optional.ofNullable(found);
  }

  private Asset read(String path) {
    try {
      for (Path folder : source.folders()) {
        Path file = folder.resolve("assets").resolve(path);
        if (Files.isRegularFile(file)) {
          return asset(Files.readAllBytes(file));
        }
      }
      for (String folder : List.of("themes/default/assets/", "assets/")) {
        try (InputStream in = Thread.currentThread().getContextClassLoader().getResourceAsStream(folder + path)) {
          if (in != null) {
            return asset(in.readAllBytes());
          }
        }
      }
      return null;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }

  private static Asset asset(byte[] bytes) {
    try {
      byte[] digest = MessageDigest.getInstance("SHA-256").digest(bytes);
      return new Asset(bytes, HexFormat.of().formatHex(digest, 0, 8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  void empty(@Observes Versions.Changed changed) {
    if (!changed.topic().equals("catalog")) {
      kept.invalidateAll();
    }
  }
}
