package dev.dianpu.dev;

import com.mysql.cj.jdbc.MysqlDataSource;
import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.time.Duration;
import java.util.Properties;
import java.util.concurrent.locks.LockSupport;
import java.util.function.BooleanSupplier;
import javax.sql.DataSource;

/**
 * How to reach one database (schema).
 *
 * @param kind {@code mariadb} or {@code mysql}
 * @param url JDBC address, with the schema's name
 */
public record Database(String kind, String url, String user, String password) {

  /** A new connection; the caller closes it. */
  public Connection connect() throws SQLException {
    Properties login = new Properties();
    if (!user.isEmpty()) {
      login.put("user", user);
      login.put("password", password);
    }
    login.put("connectTimeout", "5000");
    return DriverManager.getConnection(url, login);
  }

  /**
   * Waits until the server answers.
   *
   * @param alive whether waiting still makes sense
   * @return false if it did not in that time
   */
  public boolean awaitAnswer(Duration patience, BooleanSupplier alive) {
    long end = System.nanoTime() + patience.toNanos();
    while (alive.getAsBoolean() && System.nanoTime() < end) {
      try (Connection connection = connect()) {
        return connection.isValid(5);
      } catch (SQLException notYet) {
        LockSupport.parkNanos(Duration.ofMillis(50).toNanos());
      }
    }
    return false;
  }

  /** Connections without a pool, for tests: each one is opened and closed. */
  public DataSource dataSource() {
    MysqlDataSource source = new MysqlDataSource();
    source.setUrl(url);
    source.setUser(user);
    source.setPassword(password);
    return source;
  }

  /** The same server, another schema, which the first connection makes. */
  public Database schema(String name) {
    return new Database(kind, url.replaceFirst("(//[^/]+/)[^?]*", "$1" + name), user, password);
  }

  /** Hides the password: this record may land in a log. */
  @Override
  public String toString() {
    return kind + " " + url;
  }
}
