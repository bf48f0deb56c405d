package dev.dianpu.platform.database;

import dev.dianpu.platform.crypto.SecretBox;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.security.MessageDigest;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import javax.sql.DataSource;

/** Ties a database to the secret key that sealed what is in it. */
@ApplicationScoped
public class KeyFingerprint {

  private static final String USE = "fingerprint";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Whether the database was sealed with this box's ring; true, too, when no fingerprint was kept yet. */
  public boolean matches(SecretBox box) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        ResultSet row = connection.createStatement().executeQuery("select digest from key_fingerprint where id = 1")) {
      return !row.next() || MessageDigest.isEqual(row.getBytes(1), box.digest(USE, USE));
    }
  }

  /** Keeps the fingerprint of this box's ring. */
  public void keep(SecretBox box) throws SQLException {
    try (Connection connection = dataSource.getConnection();
        var insert = connection.prepareStatement("insert into key_fingerprint (id, digest) values (1, ?)"
            + " on duplicate key update digest = values(digest)")) {
      insert.setBytes(1, box.digest(USE, USE));
      insert.executeUpdate();
    }
  }
}
