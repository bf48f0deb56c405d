package dev.dianpu.dev;

import java.sql.Connection;
import java.sql.DriverManager;
import java.sql.SQLException;
import java.util.Properties;

/**
 * How to reach one database (schema).
 *
 * @param kind {@code mariadb} or {@code mysql}, the shop's {@code dianpu.db.kind}
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
