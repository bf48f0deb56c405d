package dev.dianpu.system;

import dev.dianpu.dev.Database;
import java.io.PrintWriter;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.Queue;
import java.util.concurrent.ConcurrentLinkedQueue;
import java.util.concurrent.Semaphore;
import java.util.logging.Logger;
import javax.sql.DataSource;

/**
 * Connections as the container gives them: READ COMMITTED, so many at most, and kept open for the next one who asks.
 * Without it a test of many threads would measure how fast the database logs people in.
 */
public final class TestPool implements DataSource, AutoCloseable {

  private final Database database;
  private final Semaphore places;
  private final Queue<Connection> free = new ConcurrentLinkedQueue<>();

  public TestPool(Database database, int most) {
    this.database = database;
    places = new Semaphore(most);
  }

  @Override
  public Connection getConnection() throws SQLException {
    places.acquireUninterruptibly();
    Connection known = free.poll();
    Connection connection = known != null ? known : connect();
    return (Connection) Proxy.newProxyInstance(TestPool.class.getClassLoader(), new Class<?>[] {Connection.class},
        (proxy, method, arguments) -> {
          if (method.getName().equals("close")) {
            // A connection that the database ended is of no use to the next one.
            if (!connection.isClosed()) {
              free.add(connection);
            }
            places.release();
            return null;
          }
          try {
            return method.invoke(connection, arguments);
          } catch (InvocationTargetException e) {
            throw e.getCause();
          }
        });
  }

  private Connection connect() throws SQLException {
    Connection connection = database.connect();
    connection.setTransactionIsolation(Connection.TRANSACTION_READ_COMMITTED);
    return connection;
  }

  @Override
  public void close() throws SQLException {
    for (Connection connection : free) {
      connection.close();
    }
  }

  @Override
  public Connection getConnection(String user, String password) throws SQLException {
    return getConnection();
  }

  @Override
  public PrintWriter getLogWriter() {
    return null;
  }

  @Override
  public void setLogWriter(PrintWriter out) {}

  @Override
  public void setLoginTimeout(int seconds) {}

  @Override
  public int getLoginTimeout() {
    return 0;
  }

  @Override
  public Logger getParentLogger() {
    return Logger.getLogger(TestPool.class.getName());
  }

  @Override
  public <T> T unwrap(Class<T> type) throws SQLException {
    throw new SQLException("not a wrapper");
  }

  @Override
  public boolean isWrapperFor(Class<?> type) {
    return false;
  }
}
