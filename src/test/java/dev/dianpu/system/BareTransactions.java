package dev.dianpu.system;

import dev.dianpu.dev.Database;
import jakarta.persistence.EntityManager;
import jakarta.transaction.Status;
import jakarta.transaction.Synchronization;
import jakarta.transaction.TransactionSynchronizationRegistry;
import jakarta.transaction.Transactional.TxType;
import jakarta.transaction.TransactionalException;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.sql.Connection;
import java.sql.SQLException;
import java.util.ArrayDeque;
import java.util.Deque;
import java.util.Map;
import java.util.Optional;
import java.util.Queue;
import java.util.concurrent.Callable;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ConcurrentLinkedQueue;
import javax.sql.DataSource;
import org.hibernate.SessionFactory;
import org.hibernate.boot.model.naming.CamelCaseToUnderscoresNamingStrategy;
import org.hibernate.cfg.Configuration;
import org.hibernate.engine.spi.SharedSessionContractImplementor;

/** Transactions of a bare JVM, one entity manager each, with the container's rules for {@link TxType}. */
public final class BareTransactions implements AutoCloseable {

  private static final int CONNECTIONS = 300;

  private final SessionFactory factory;
  /** Of each running transaction, what wants to know how it ends. */
  private final Map<EntityManager, Queue<Synchronization>> afterwards = new ConcurrentHashMap<>();
  /** Of each thread, the innermost first; empty where a transaction is suspended and none runs. */
  private final ThreadLocal<Deque<Optional<EntityManager>>> running = ThreadLocal.withInitial(ArrayDeque::new);

  /** For statements outside transactions. */
  private final TestPool pool;

  BareTransactions(Database database, Class<?>... entities) {
    pool = new TestPool(database, CONNECTIONS);
    Configuration configuration = new Configuration()
        .setPhysicalNamingStrategy(new CamelCaseToUnderscoresNamingStrategy())
        .setProperty("hibernate.dialect", "org.hibernate.dialect.MySQLDialect")
        .setProperty("hibernate.boot.allow_jdbc_metadata_access", "false")
        .setProperty("hibernate.xml_mapping_enabled", "false")
        .setProperty("hibernate.jdbc.time_zone", "UTC")
        .setProperty("hibernate.connection.url", database.url())
        .setProperty("hibernate.connection.username", database.user())
        .setProperty("hibernate.connection.password", database.password())
        .setProperty("hibernate.connection.isolation", "READ_COMMITTED")
        .setProperty("hibernate.connection.pool_size", Integer.toString(CONNECTIONS))
        .setProperty("hibernate.connection.initial_pool_size", "1")
        .setProperty("hibernate.connection.connectionTimeZone", "UTC")
        .setProperty("hibernate.connection.forceConnectionTimeZoneToSession", "true");
    for (Class<?> entity : entities) {
      configuration.addAnnotatedClass(entity);
    }
    factory = configuration.buildSessionFactory();
  }

  Map<String, Object> parts() {
    return Map.of(
        DataSource.class.getName(), proxy(DataSource.class, (method, arguments) ->
            current().isPresent() ? ofTransaction(current().get()) : pool.getConnection()),
        EntityManager.class.getName(), proxy(EntityManager.class, (method, arguments) ->
            method.invoke(current().orElseThrow(() -> new IllegalStateException("no transaction")), arguments)),
        TransactionSynchronizationRegistry.class.getName(),
        proxy(TransactionSynchronizationRegistry.class, (method, arguments) -> switch (method.getName()) {
          case "getTransactionStatus" -> current().isPresent() ? Status.STATUS_ACTIVE : Status.STATUS_NO_TRANSACTION;
          case "registerInterposedSynchronization" ->
              afterwards.computeIfAbsent(current().orElseThrow(), em -> new ConcurrentLinkedQueue<>())
                  .add((Synchronization) arguments[0]);
          // Resources are not kept: whoever asks for one finds none.
          default -> null;
        }));
  }

  /** As the container does: whoever asks within a transaction gets its connection, and cannot end it by closing that. */
  private static Connection ofTransaction(EntityManager em) {
    Connection shared = em.unwrap(SharedSessionContractImplementor.class).getJdbcCoordinator().getLogicalConnection()
        .getPhysicalConnection();
    return proxy(Connection.class, (method, arguments) ->
        method.getName().equals("close") ? null : method.invoke(shared, arguments));
  }

  /** Runs work in a transaction of its own, as a caller with {@code @Transactional} would. */
  public <T> T inOne(Callable<T> work) {
    try {
      return around(TxType.REQUIRES_NEW, work);
    } catch (RuntimeException e) {
      throw e;
    } catch (Exception e) {
      throw new IllegalStateException(e);
    }
  }

  /** Compares the entities with the tables that the scripts made; what is wrong is thrown. */
  public void requireFittingSchema() {
    factory.getSchemaManager().validateMappedObjects();
  }

  /** The entity manager of this thread's transaction. */
  public Optional<EntityManager> current() {
    return Optional.ofNullable(running.get().peek()).flatMap(innermost -> innermost);
  }

  <T> T around(TxType type, Callable<T> work) throws Exception {
    boolean active = current().isPresent();
    if (type == null || type == TxType.SUPPORTS || (active && type == TxType.MANDATORY)) {
      return work.call();
    }
    if (type == TxType.MANDATORY || (type == TxType.NEVER && active)) {
      throw new TransactionalException(type.toString(), null);
    }
    if (type == TxType.NOT_SUPPORTED || type == TxType.NEVER) {
      return nested(Optional.empty(), work);
    }
    return active && type == TxType.REQUIRED ? joined(work) : begun(work);
  }

  private <T> T joined(Callable<T> work) throws Exception {
    try {
      return work.call();
    } catch (RuntimeException e) {
      current().ifPresent(em -> em.getTransaction().setRollbackOnly());
      throw e;
    }
  }

  private <T> T begun(Callable<T> work) throws Exception {
    int ended = Status.STATUS_ROLLEDBACK;
    EntityManager em = factory.createEntityManager();
    try (em) {
      em.getTransaction().begin();
      try {
        T result = nested(Optional.of(em), work);
        em.getTransaction().commit();
        ended = Status.STATUS_COMMITTED;
        return result;
      } finally {
        if (em.getTransaction().isActive()) {
          em.getTransaction().rollback();
        }
      }
    } finally {
      Queue<Synchronization> told = afterwards.remove(em);
      for (Synchronization one = told == null ? null : told.poll(); one != null; one = told.poll()) {
        one.afterCompletion(ended);
      }
    }
  }

  private <T> T nested(Optional<EntityManager> em, Callable<T> work) throws Exception {
    running.get().push(em);
    try {
      return work.call();
    } finally {
      running.get().pop();
    }
  }

  /** What a proxy does. */
  private interface Handler {
    Object call(java.lang.reflect.Method method, Object[] arguments) throws ReflectiveOperationException, SQLException;
  }

  private static <T> T proxy(Class<T> type, Handler handler) {
    return type.cast(Proxy.newProxyInstance(type.getClassLoader(), new Class<?>[] {type}, (self, method, arguments) -> {
      try {
        return handler.call(method, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause();
      }
    }));
  }

  @Override
  public void close() {
    factory.close();
    try {
      pool.close();
    } catch (SQLException e) {
      throw new IllegalStateException(e);
    }
  }
}
