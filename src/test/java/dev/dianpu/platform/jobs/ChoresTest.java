package dev.dianpu.platform.jobs;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.Executors;
import java.util.concurrent.ScheduledThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Work that stops by itself, or goes on when the shop has ended, is noticed by nobody for a long time. */
class ChoresTest {

  private final ScheduledThreadPoolExecutor scheduler =
      (ScheduledThreadPoolExecutor) Executors.newScheduledThreadPool(1);
  private final Chores chores = new Chores();
  private final Logger log = Logger.getLogger(Chores.class.getName());

  @BeforeEach
  void failuresAreExpectedHere() {
    log.setLevel(Level.OFF);
  }

  @AfterEach
  void end() {
    log.setLevel(null);
    scheduler.shutdownNow();
  }

  /** Counts its runs down and then fails, each time. */
  private record Failing(Duration interval, CountDownLatch runs) implements Chore {

    @Override
    public String name() {
      return "A chore that fails";
    }

    @Override
    public void run() {
      runs.countDown();
      throw new IllegalStateException("on purpose");
    }
  }

  @Test
  void theFirstRunComesAtOnce() throws Exception {
    CountDownLatch once = new CountDownLatch(1);
    chores.repeat(new Failing(Duration.ofDays(1), once), scheduler);
    assertThat(once.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void aChoreThatFailsIsTriedAgain() throws Exception {
    CountDownLatch thrice = new CountDownLatch(3);
    chores.repeat(new Failing(Duration.ofMillis(1), thrice), scheduler);
    assertThat(thrice.await(30, TimeUnit.SECONDS)).isTrue();
  }

  @Test
  void nothingRunsAfterTheEnd() throws Exception {
    scheduler.setRemoveOnCancelPolicy(true);
    CountDownLatch once = new CountDownLatch(1);
    chores.repeat(new Failing(Duration.ofDays(1), once), scheduler);
    chores.repeat(new Failing(Duration.ofDays(1), new CountDownLatch(1)), scheduler);
    once.await(30, TimeUnit.SECONDS);
    chores.stop();
    scheduler.shutdown();
    assertThat(scheduler.awaitTermination(30, TimeUnit.SECONDS)).isTrue();
    assertThat(scheduler.getQueue()).isEmpty();
  }
}
