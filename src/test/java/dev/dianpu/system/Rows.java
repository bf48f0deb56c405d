package dev.dianpu.system;

import dev.dianpu.dev.Database;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.util.StringJoiner;

/** Looks into a database by connections of its own, which see what is committed only. */
public record Rows(Database database) {

  /** All rows, columns joined by a space, rows by a comma. */
  public String read(String sql) {
    try (Connection connection = database.connect(); ResultSet rows = connection.createStatement().executeQuery(sql)) {
      StringJoiner all = new StringJoiner(", ");
      while (rows.next()) {
        StringJoiner row = new StringJoiner(" ");
        for (int column = 1; column <= rows.getMetaData().getColumnCount(); column++) {
          row.add(String.valueOf(rows.getString(column)));
        }
        all.add(row.toString());
      }
      return all.toString();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }

  /** Changes something. */
  public void execute(String sql) {
    try (Connection connection = database.connect()) {
      connection.createStatement().execute(sql);
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
