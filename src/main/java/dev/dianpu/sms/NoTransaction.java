package dev.dianpu.sms;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Status;
import jakarta.transaction.TransactionSynchronizationRegistry;

/** Refuses to call a gateway while a transaction is held: it would hold locks for seconds and undo what was sent. */
@ApplicationScoped
class NoTransaction {

  @Resource(lookup = "java:comp/TransactionSynchronizationRegistry")
  TransactionSynchronizationRegistry registry;

  /**
   * Does nothing while there is no transaction.
   *
   * @throws IllegalStateException when there is one
   */
  void require() {
    if (registry.getTransactionStatus() != Status.STATUS_NO_TRANSACTION) {
      throw new IllegalStateException("An SMS must not be sent while a transaction is active.");
    }
  }
}
