package dev.dianpu.system;

import dev.dianpu.dev.Database;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Beans of the shop in a bare JVM on a real database: {@code @Inject} and {@code @Transactional} mean what they mean in
 * the container, which takes half a minute to boot and cannot be killed a hundred times.
 */
public final class BareBeans implements AutoCloseable {

  private final Map<String, Object> known = new ConcurrentHashMap<>();
  private final BareTransactions transactions;

  /** Beans on this database that use these entities. */
  public BareBeans(Database database, Class<?>... entities) {
    transactions = new BareTransactions(database, entities);
    known.putAll(transactions.parts());
  }

  /**
   * Supplies what is no bean, or takes the place of one.
   *
   * @param type of the fields that get it, written as Java does, type arguments included
   */
  public BareBeans with(String type, Object part) {
    known.put(type, part);
    return this;
  }

  /** The same for a type without arguments. */
  public <T> BareBeans with(Class<T> type, T part) {
    return with(type.getName(), part);
  }

  /** The bean of this class, made at the first call. */
  public <T> T get(Class<T> type) {
    Object bean = known.get(type.getName());
    if (bean == null) {
      bean = guarded(type, made(type));
      known.put(type.getName(), bean);
    }
    return type.cast(bean);
  }

  /** Transactions around several calls. */
  public BareTransactions transactions() {
    return transactions;
  }

  @Override
  public void close() {
    transactions.close();
  }

  private <T> T made(Class<T> type) {
    try {
      T bean = instance(type);
      for (Class<?> level = type; level != Object.class; level = level.getSuperclass()) {
        for (Field field : level.getDeclaredFields()) {
          Object part = part(field);
          if (part != null) {
            field.setAccessible(true);
            field.set(bean, part);
          }
        }
      }
      return bean;
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private Object part(Field field) {
    if (field.getAnnotations().length == 0) {
      return null;
    }
    Object part = known.get(field.getGenericType().getTypeName());
    return part == null && field.isAnnotationPresent(Inject.class) ? get(field.getType()) : part;
  }

  /** Like the container's proxy: a call from outside passes the transaction, a call within the bean does not. */
  private <T> T guarded(Class<T> type, T bean) throws IllegalStateException {
    try {
      Class<? extends T> proxy = new ByteBuddy().subclass(type).name(type.getName() + "$Bare")
          .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)))
          .intercept(InvocationHandlerAdapter.of((self, method, arguments) -> call(bean, method, arguments)))
          .make()
          .load(type.getClassLoader(),
              ClassLoadingStrategy.UsingLookup.of(MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
          .getLoaded();
      return instance(proxy);
    } catch (ReflectiveOperationException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T instance(Class<T> type) throws ReflectiveOperationException {
    Constructor<T> constructor = type.getDeclaredConstructor();
    constructor.setAccessible(true);
    return constructor.newInstance();
  }

  private Object call(Object bean, Method method, Object[] arguments) throws Exception {
    Transactional own = method.getAnnotation(Transactional.class);
    Transactional type = own == null ? method.getDeclaringClass().getAnnotation(Transactional.class) : own;
    method.setAccessible(true);
    return transactions.around(type == null ? null : type.value(), () -> {
      try {
        return method.invoke(bean, arguments);
      } catch (InvocationTargetException thrown) {
        throw thrown.getCause() instanceof Exception exception ? exception : thrown;
      }
    });
  }
}
