package dev.dianpu.system;

import jakarta.enterprise.concurrent.ManagedExecutorService;
import java.lang.reflect.InvocationTargetException;
import java.lang.reflect.Proxy;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;

/** The container's executor in a bare JVM: threads that end with it, and that die of an {@code Error} without a word. */
public final class BareExecutor {

  private BareExecutor() {}

  /** A new one. */
  public static ManagedExecutorService start() {
    ExecutorService pool = Executors.newCachedThreadPool(work -> {
      Thread thread = new Thread(work, "bare-executor");
      thread.setDaemon(true);
      thread.setUncaughtExceptionHandler((dead, error) -> { });
      return thread;
    });
    return (ManagedExecutorService) Proxy.newProxyInstance(BareExecutor.class.getClassLoader(),
        new Class<?>[] {ManagedExecutorService.class}, (self, method, arguments) -> {
          try {
            return method.invoke(pool, arguments);
          } catch (InvocationTargetException thrown) {
            throw thrown.getCause();
          }
        });
  }
}
