package dev.dianpu.platform.database;

import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import javax.sql.DataSource;

/**
 * Connections for scripts: they wait as long as the database takes. The shop's own give up after a minute, which an
 * ALTER TABLE on a large table outlasts; it would go on in the database while the shop took it for failed.
 */
final class UnhurriedConnections {

  private UnhurriedConnections() {}

  static DataSource of(DataSource pool) {
    return (DataSource) Proxy.newProxyInstance(DataSource.class.getClassLoader(), new Class<?>[] {DataSource.class},
        (self, method, arguments) -> {
          Object result = call(pool, method, arguments);
          return result instanceof Connection connection ? unhurried(connection) : result;
        });
  }

  private static Connection unhurried(Connection connection) throws SQLException {
    int before = connection.getNetworkTimeout();
    connection.setNetworkTimeout(Runnable::run, 0);
    return (Connection) Proxy.newProxyInstance(Connection.class.getClassLoader(), new Class<?>[] {Connection.class},
        (self, method, arguments) -> {
          if (method.getName().equals("close") && !connection.isClosed()) {
            connection.setNetworkTimeout(Runnable::run, before);
          }
          return call(connection, method, arguments);
        });
  }

  private static Object call(Object target, Method method, Object[] arguments) throws Throwable {
    try {
      return method.invoke(target, arguments);
    } catch (InvocationTargetException e) {
      throw e.getCause();
    }
  }
}
