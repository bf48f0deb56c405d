package dev.dianpu.plugins.sandbox;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SmsSandbox.SandboxSms;
import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Timestamp;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The last 200 SMS, phone and text sealed together: whoever reads the database alone reads neither. */
final class SandboxTable {

  private static final int KEPT = 200;

  private final PluginContext context;

  SandboxTable(PluginContext context) {
    this.context = context;
  }

  /** Keeps an SMS; one that is there already stays as it is. */
  void keep(String attemptId, SandboxSms sms) throws SQLException {
    try (Connection connection = context.database().getConnection()) {
      try (PreparedStatement insert = connection.prepareStatement(
          "insert ignore into sandbox_sms (attempt_id, sealed, created_at) values (?, ?, ?)")) {
        insert.setString(1, attemptId);
        insert.setString(2, context.seal().seal(attemptId, sms.to().e164() + '\n' + sms.text()));
        insert.setTimestamp(3, Timestamp.from(sms.at()));
        insert.executeUpdate();
      }
      forgetOld(connection);
    }
  }

  /** In two steps, since MySQL deletes from no table that the same statement reads. */
  private static void forgetOld(Connection connection) {
    try (PreparedStatement oldest = connection.prepareStatement(
            "select id from sandbox_sms order by id desc limit 1 offset " + KEPT);
        ResultSet found = oldest.executeQuery();
        PreparedStatement delete = connection.prepareStatement("delete from sandbox_sms where id <= ?")) {
      if (found.next()) {
        delete.setLong(1, found.getLong(1));
        delete.executeUpdate();
      }
    } catch (SQLException busy) {
      // The new row stands, which is what the caller is told; the next SMS forgets these rows along with its own.
      return;
    }
  }

  /** Newest first; what was sealed with a key that is gone is left out. */
  List<SandboxSms> latest() throws SQLException {
    List<SandboxSms> latest = new ArrayList<>();
    try (Connection connection = context.database().getConnection();
        PreparedStatement select = connection.prepareStatement(
            "select attempt_id, sealed, created_at from sandbox_sms order by id desc limit " + KEPT);
        ResultSet rows = select.executeQuery()) {
      while (rows.next()) {
        Instant at = rows.getTimestamp(3).toInstant();
        opened(rows.getString(1), rows.getString(2), at).ifPresent(latest::add);
      }
    }
    return latest;
  }

  private Optional<SandboxSms> opened(String attemptId, String sealed, Instant at) {
    return context.seal().open(attemptId, sealed).map(text -> {
      int end = text.indexOf('\n');
      return new SandboxSms(at, new PhoneNumber(text.substring(0, end)), text.substring(end + 1));
    });
  }
}
