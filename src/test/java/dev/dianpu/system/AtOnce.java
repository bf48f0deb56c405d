package dev.dianpu.system;

import java.util.List;
import java.util.concurrent.BrokenBarrierException;
import java.util.concurrent.Callable;
import java.util.concurrent.CyclicBarrier;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import java.util.stream.IntStream;

/** Many threads that start the same work at the same moment. */
public final class AtOnce {

  private AtOnce() {}

  /**
   * Runs the work on each thread once.
   *
   * @return what came of each; an exception in one of them is thrown
   */
  public static <T> List<T> run(int threads, Callable<T> work) {
    CyclicBarrier start = new CyclicBarrier(threads);
    ExecutorService pool = Executors.newFixedThreadPool(threads);
    try {
      List<Future<T>> running = IntStream.range(0, threads).mapToObj(i -> pool.submit(() -> {
        await(start);
        return work.call();
      })).toList();
      return running.stream().map(AtOnce::result).toList();
    } finally {
      pool.shutdownNow();
    }
  }

  private static void await(CyclicBarrier start) throws InterruptedException {
    try {
      start.await();
    } catch (BrokenBarrierException e) {
      throw new IllegalStateException(e);
    }
  }

  private static <T> T result(Future<T> running) {
    try {
      return running.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException(e);
    } catch (ExecutionException e) {
      throw new IllegalStateException(e.getCause());
    }
  }
}
