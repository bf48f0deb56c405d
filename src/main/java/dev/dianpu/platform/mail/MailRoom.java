package dev.dianpu.platform.mail;

import dev.dianpu.spi.Settings;
import jakarta.annotation.PreDestroy;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import java.util.logging.Level;
import java.util.logging.Logger;

/**
 * Where mails leave: at once, for somebody who waits for the result, or from a bounded queue. What stands in the queue
 * when the shop ends is lost; so is what finds it full.
 */
@ApplicationScoped
public class MailRoom {

  private static final Logger LOG = Logger.getLogger(MailRoom.class.getName());
  private static final int QUEUE = 100;

  private final ThreadPoolExecutor worker =
      new ThreadPoolExecutor(1, 1, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> {
        Thread thread = new Thread(work, "mail");
        thread.setDaemon(true);
        return thread;
      });

  @Inject Settings settings;
  @Inject Clock clock;

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  public MailRoom() {
    worker.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    worker.shutdownNow();
  }

  /** Whether a mail server is set up. */
  public boolean ready() {
    return MailServer.of(settings).isPresent();
  }

  /** The owner's address; empty while none is saved, or no server to send through. */
  public Optional<String> owner() {
    return MailServer.of(settings).map(server -> settings.text(MailServer.OWNER)).filter(address -> !address.isEmpty());
  }

  /**
   * Sends a mail and waits for the server.
   *
   * @return why it did not leave; empty when the server took it
   * @throws IllegalStateException when the caller holds a transaction
   */
  public Optional<MailProblem> send(Mail mail) {
    requireNoTransaction();
    return MailServer.of(settings).map(server -> MailDelivery.deliver(server, mail, clock.instant()))
        .orElse(Optional.of(MailProblem.NOT_CONFIGURED));
  }

  /**
   * Queues a mail; what comes of it stands in the log.
   *
   * @return whether it was queued: not without a server, nor while a hundred mails wait
   * @throws IllegalStateException when the caller holds a transaction, which might be undone while the mail is not
   */
  public boolean post(Mail mail) {
    requireNoTransaction();
    Optional<MailServer> server = MailServer.of(settings);
    Instant now = clock.instant();
    try {
      server.ifPresent(through -> worker.execute(() -> MailDelivery.deliver(through, mail, now)));
      return server.isPresent();
    } catch (RejectedExecutionException full) {
      LOG.log(Level.WARNING, "A mail is dropped: {0} are waiting", QUEUE);
      return false;
    }
  }

  private void requireNoTransaction() {
    if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("A mail must not be sent while a transaction is active.");
    }
  }
}
