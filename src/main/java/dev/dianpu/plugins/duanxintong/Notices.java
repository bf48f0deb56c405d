package dev.dianpu.plugins.duanxintong;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Duration;
import java.time.Instant;

/** Which phones were told that they have an account: each at most once in 24 hours, whatever a stranger asks for. */
final class Notices {

  private static final Duration INTERVAL = Duration.ofHours(24);

  private final PluginContext context;

  Notices(PluginContext context) {
    this.context = context;
  }

  /**
   * Takes the one notice of these 24 hours; of several callers at once one gets it. The update comes first and decides by
   * its row count; only a phone never told before needs the insert.
   */
  boolean take(PhoneNumber phone) {
    byte[] digest = context.digest().of("phone", phone.e164());
    Instant now = context.clock().instant();
    try (Connection connection = context.database().getConnection()) {
      return updated(connection, digest, now) || inserted(connection, digest, now);
    } catch (SQLException e) {
      throw new IllegalStateException("The notices cannot be read", e);
    }
  }

  private static boolean updated(Connection connection, byte[] digest, Instant now) throws SQLException {
    try (PreparedStatement update = connection.prepareStatement(
        "update duanxintong_notice set told_at = ? where phone_digest = ? and told_at <= ?")) {
      update.setTimestamp(1, Timestamp.from(now));
      update.setBytes(2, digest);
      update.setTimestamp(3, Timestamp.from(now.minus(INTERVAL)));
      return update.executeUpdate() > 0;
    }
  }

  private static boolean inserted(Connection connection, byte[] digest, Instant now) throws SQLException {
    try (PreparedStatement insert =
        connection.prepareStatement("insert ignore into duanxintong_notice (phone_digest, told_at) values (?, ?)")) {
      insert.setBytes(1, digest);
      insert.setTimestamp(2, Timestamp.from(now));
      return insert.executeUpdate() > 0;
    }
  }
}
