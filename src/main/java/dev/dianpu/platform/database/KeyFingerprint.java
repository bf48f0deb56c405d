package dev.dianpu.platform.database;

import dev.dianpu.platform.crypto.SecretBox;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.Optional;
import javax.sql.DataSource;

/** Ties a database to the secret key that sealed what is in it. */
@ApplicationScoped
public class KeyFingerprint {

  private static final String USE = "fingerprint";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container, which fills in the shop's data source. */
  public KeyFingerprint() {}

  /** Outside a container. */
  public KeyFingerprint(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Whether a fingerprint is kept, which is the installer's last act: from then on the shop is installed. */
  public boolean kept() throws SQLException {
    return stored().isPresent();
  }

  /** Whether the database was sealed with this box's ring; true, too, when no fingerprint was kept yet. */
  public boolean matches(SecretBox box) throws SQLException {
    return stored().map(digest -> MessageDigest.isEqual(digest, box.digest(USE, USE))).orElse(true);
  }

  private Optional<byte[]> stored() throws SQLException {
    try (Connection connection = dataSource.getConnection(); var statement = connection.createStatement()) {
      if (!ExpectedSchema.stands(connection, "key_fingerprint")) {
        return Optional.empty();
      }
      try (ResultSet row = statement.executeQuery("select digest from key_fingerprint where id = 1")) {
        return row.next() ? Optional.of(row.getBytes(1)) : Optional.empty();
      }
    }
  }

  /**
   * Keeps the fingerprint of this box's ring.
   *
   * @throws SQLException when one is kept already: of two installers running at once only one gets through
   */
  public void keep(SecretBox box) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var insert = connection.prepareStatement("insert into key_fingerprint (id, digest) values (1, ?)")) {
      insert.setBytes(1, box.digest(USE, USE));
      insert.executeUpdate();
    }
  }
}
