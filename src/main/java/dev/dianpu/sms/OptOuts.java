package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Collection;
import java.util.Set;

/** Whether phones opted out of advertising. Codes and single notices do not ask: somebody waits for them. */
@ApplicationScoped
class OptOuts {

  @Inject OptOutRepository repository;

  /**
   * Which of these phones get no advertising; one query for all.
   *
   * @param phones keyed digests, as {@link SmsSecrets#digest} makes them
   * @return those of them that opted out, as hexadecimal digits
   */
  Set<String> contains(Collection<byte[]> phones) {
    return repository.among(phones);
  }
}
