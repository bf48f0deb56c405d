package dev.dianpu.system;

import dev.dianpu.dev.Database;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.lang.invoke.MethodHandles;
import java.lang.reflect.Constructor;
import java.lang.reflect.Field;
import java.lang.reflect.InvocationHandler;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Method;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import net.bytebuddy.ByteBuddy;
import net.bytebuddy.description.modifier.Visibility;
import net.bytebuddy.dynamic.loading.ClassLoadingStrategy;
import net.bytebuddy.implementation.InvocationHandlerAdapter;
import net.bytebuddy.matcher.ElementMatchers;

/**
 * Beans of the shop in a bare JVM on a real database: {@code @Inject} and {@code @Transactional} mean what they mean in
 * the container, which takes half a minute to boot and cannot be killed a hundred times.
 */
public final class BareBeans implements AutoCloseable {

  /** Of each class of beans, since a class loader takes a name only once. */
  private static final ClassValue<Class<?>> PROXIES = new ClassValue<>() {
    @Override
    protected Class<?> computeValue(Class<?> type) {
      try {
        return new ByteBuddy().subclass(type).modifiers(Visibility.PUBLIC).name(type.getName() + "$Bare")
            .defineField("handler", InvocationHandler.class, Visibility.PUBLIC)
            .method(ElementMatchers.not(ElementMatchers.isDeclaredBy(Object.class)))
            .intercept(InvocationHandlerAdapter.toField("handler"))
            .make()
            .load(type.getClassLoader(),
                ClassLoadingStrategy.UsingLookup.of(MethodHandles.privateLookupIn(type, MethodHandles.lookup())))
            .getLoaded();
      } catch (IllegalAccessException e) {
        throw new IllegalStateException(e);
      }
    }
  };

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

  /** The bean of this class, made at the first call, and once, however many ask. */
  public synchronized <T> T get(Class<T> type) {
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
    if (part == null && field.getType() == Event.class) {
      return new BareEvent<>(nobodyObserves -> {});
    }
    return part == null && field.isAnnotationPresent(Inject.class) ? get(field.getType()) : part;
  }

  /** Like the container's proxy: a call from outside passes the transaction, a call within the bean does not. */
  private <T> T guarded(Class<T> type, T bean) {
    try {
      Object proxy = instance(PROXIES.get(type));
      InvocationHandler handler = (self, method, arguments) -> call(bean, method, arguments);
      proxy.getClass().getField("handler").set(proxy, handler);
      return type.cast(proxy);
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
        if (thrown.getCause() instanceof Error error) {
          throw error;
        }
        throw (Exception) thrown.getCause();
      }
    });
  }
}
