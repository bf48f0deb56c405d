package dev.dianpu.platform.database;

import java.sql.Connection;
import java.sql.PreparedStatement;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.sql.Timestamp;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Plain SQL for tables that are written on every request, where mapping objects costs more than the statement. Inside a
 * transaction of the container a statement belongs to it; outside each one is a transaction of its own.
 *
 * <p>Arguments: numbers, strings, byte arrays, and {@link Instant}s for columns in UTC.
 */
public final class Sql {

  /** The database refused a statement; the message is not for visitors. */
  public static class Failed extends RuntimeException {
    Failed(SQLException cause) {
      super(cause);
    }
  }

  private final DataSource dataSource;

  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs a statement and tells how many rows it changed. */
  public int update(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection()) {
      return update(connection, sql, arguments);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** Inserts a row and tells its generated number. */
  public long insert(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection()) {
      return insert(connection, sql, arguments);
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** What is made of a row. */
  @FunctionalInterface
  public interface Reader<T> {
    T read(ResultSet row) throws SQLException;
  }

  /** The first row; empty if there is none, or if null is made of it. */
  public <T> Optional<T> first(Reader<T> reader, String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = bind(connection.prepareStatement(sql), arguments);
        ResultSet rows = query.executeQuery()) {
      return rows.next() ? Optional.ofNullable(reader.read(rows)) : Optional.empty();
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** What is made of each row, in their order. */
  public <T> List<T> all(Reader<T> reader, String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection();
        PreparedStatement query = bind(connection.prepareStatement(sql), arguments);
        ResultSet rows = query.executeQuery()) {
      List<T> made = new ArrayList<>();
      while (rows.next()) {
        made.add(reader.read(rows));
      }
      return made;
    } catch (SQLException e) {
      throw new Failed(e);
    }
  }

  /** The first column of the first row; empty if there is no row, or null in it. */
  public Optional<Long> number(String sql, Object... arguments) {
    return first(row -> row.getObject(1, Long.class), sql, arguments);
  }

  /** As {@link #update(String, Object...)}, on a connection that the caller holds. */
  public static int update(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement = bind(connection.prepareStatement(sql), arguments)) {
      return statement.executeUpdate();
    }
  }

  /** As {@link #insert(String, Object...)}, on a connection that the caller holds. */
  public static long insert(Connection connection, String sql, Object... arguments) throws SQLException {
    try (PreparedStatement statement =
        bind(connection.prepareStatement(sql, Statement.RETURN_GENERATED_KEYS), arguments)) {
      statement.executeUpdate();
      try (ResultSet keys = statement.getGeneratedKeys()) {
        keys.next();
        return keys.getLong(1);
      }
    }
  }

  /** Sets the arguments of a statement, in their order. */
  public static PreparedStatement bind(PreparedStatement statement, Object... arguments) throws SQLException {
    for (int i = 0; i < arguments.length; i++) {
      Object argument = arguments[i] instanceof Instant instant
          ? LocalDateTime.ofInstant(instant, ZoneOffset.UTC) : arguments[i];
      statement.setObject(i + 1, argument);
    }
    return statement;
  }

  /** What the driver or Hibernate made of a DATETIME, which is in UTC. */
  public static Instant instant(Object value) {
    return value instanceof LocalDateTime time ? time.toInstant(ZoneOffset.UTC) : ((Timestamp) value).toInstant();
  }
}
