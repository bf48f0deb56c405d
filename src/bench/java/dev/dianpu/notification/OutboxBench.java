package dev.dianpu.notification;

import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.SmsRequest;
import dev.dianpu.sms.SmsSender;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.GatewayAnswer;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.locks.LockSupport;

/** Notices through the outbox beside the same messages sent directly, by as many threads, everything committed. */
public final class OutboxBench {

  private static final int ROWS = Integer.getInteger("rows", 3000);

  private OutboxBench() {}

  /** Takes a while over each message. */
  private record Slow(long millis) implements SmsChannel {

    @Override
    public String id() {
      return "slow";
    }

    @Override
    public List<SettingProblem> problems() {
      return List.of();
    }

    @Override
    public SendOutcome send(SmsMessage message) {
      LockSupport.parkNanos(TimeUnit.MILLISECONDS.toNanos(millis));
      return new SendOutcome.Accepted("g", Optional.empty(), new GatewayAnswer("0", "", "", ""));
    }
  }

  /** Prints a table. */
  public static void main(String[] arguments) throws Exception {
    try (Outbox outbox = new Outbox(1)) {
      System.out.println("| gateway answers after | sent directly, 8 threads | through the outbox, 8 threads | cost |");
      System.out.println("|---|---|---|---|");
      for (long millis : new long[] {0, 0, 50}) {
        outbox.reset();
        outbox.channels.add(new Slow(millis));
        long direct = direct(outbox, millis == 0 ? ROWS : ROWS / 3);
        long queued = queued(outbox, millis == 0 ? ROWS : ROWS / 3);
        System.out.printf("| %d ms | %d /s | %d /s | %d %% |%n", millis, direct, queued, 100 - 100 * queued / direct);
      }
    }
    System.exit(0);
  }

  private static long direct(Outbox outbox, int rows) throws InterruptedException {
    SmsSender sender = outbox.node().get(SmsSender.class);
    ExecutorService threads = Executors.newFixedThreadPool(NoticeWorker.THREADS);
    CountDownLatch done = new CountDownLatch(rows);
    long start = System.nanoTime();
    for (int i = 0; i < rows; i++) {
      PhoneNumber phone = new PhoneNumber("+86138%08d".formatted(i));
      threads.execute(() -> {
        sender.send(SmsRequest.of(MessageKind.NOTICE, phone, "shipped", "{$name}您好，订单{$order}已发货",
            Map.of("name", "王小明", "order", "N1")));
        done.countDown();
      });
    }
    done.await();
    threads.shutdown();
    return rows * 1_000_000_000L / (System.nanoTime() - start);
  }

  private static long queued(Outbox outbox, int rows) {
    outbox.queued(0, rows);
    long start = System.nanoTime();
    outbox.work(outbox.node());
    return rows * 1_000_000_000L / (System.nanoTime() - start);
  }
}
