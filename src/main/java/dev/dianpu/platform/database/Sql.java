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
import java.util.function.Predicate;
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

  /** A unique key has such a value already. */
  public static final class Duplicate extends Failed {
    Duplicate(SQLException cause) {
      super(cause);
    }
  }

  private static final int DUPLICATE_ENTRY = 1062;

  private final DataSource dataSource;

  public Sql(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /** Runs a statement and tells how many rows it changed. */
  public int update(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection()) {
      return update(connection, sql, arguments);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /** Inserts a row and tells its generated number. */
  public long insert(String sql, Object... arguments) {
    try (Connection connection = dataSource.getConnection()) {
      return insert(connection, sql, arguments);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  private static Failed failed(SQLException e) {
    return e.getErrorCode() == DUPLICATE_ENTRY ? new Duplicate(e) : new Failed(e);
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
      throw failed(e);
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
      throw failed(e);
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

  /** What is done in a transaction. */
  @FunctionalInterface
  public interface Work<T> {
    T on(Connection connection) throws SQLException;
  }

  /** Runs one transaction; an exception undoes it. To be called outside a transaction of the container. */
  public <T> T transaction(Work<T> work) {
    try (Connection connection = dataSource.getConnection()) {
      return transaction(connection, work, result -> false);
    } catch (SQLException e) {
      throw failed(e);
    }
  }

  /**
   * Runs one transaction on a connection that the caller holds; an exception undoes it.
   *
   * @param undone which results undo it, too
   */
  public static <T> T transaction(Connection connection, Work<T> work, Predicate<T> undone) throws SQLException {
    // Two trips to the database; to switch autocommit off and on takes one more.
    try (Statement statement = connection.createStatement()) {
      statement.execute("start transaction");
      try {
        T result = work.on(connection);
        statement.execute(undone.test(result) ? "rollback" : "commit");
        return result;
      } catch (Throwable e) {
        // An Error, too: whoever gets the connection next would go on in this transaction.
        undo(connection, statement, e);
        throw e;
      }
    }
  }

  private static void undo(Connection connection, Statement statement, Throwable why) {
    try {
      statement.execute("rollback");
    } catch (SQLException notUndone) {
      why.addSuppressed(notUndone);
      abort(connection, why);
    }
  }

  /** The database undoes what a connection had begun that ends. */
  private static void abort(Connection connection, Throwable why) {
    try {
      connection.abort(Runnable::run);
    } catch (SQLException gone) {
      why.addSuppressed(gone);
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
