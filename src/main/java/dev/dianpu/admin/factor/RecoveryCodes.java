package dev.dianpu.admin.factor;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.crypto.SecretBox;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.IntStream;

/** Ten codes for the day on which phone and app are lost. The database keeps digests: they are shown when made, never again. */
@ApplicationScoped
public class RecoveryCodes {

  private static final int COUNT = 10;
  private static final int LENGTH = 10;
  private static final int GROUP = 5;
  /** 32 characters, without 0, 1, l and o; ten of them are 50 bits. */
  private static final String ALPHABET = "23456789abcdefghijkmnpqrstuvwxyz";

  @Inject FactorRepository repository;
  @Inject AdminLog log;
  @Inject SecretBox box;
  @Inject Clock clock;

  /** Makes new ones; the old ones are worth nothing afterwards. */
  @Transactional
  public List<String> renew(long admin) {
    Instant now = clock.instant();
    List<String> codes = IntStream.range(0, COUNT).mapToObj(each -> code()).toList();
    repository.deleteRecovery(admin);
    codes.forEach(code -> repository.insertRecovery(admin, digest(admin, code), now));
    log.record("admin.log.factor-recovery", "", "", Integer.toString(COUNT));
    return codes.stream().map(code -> code.substring(0, GROUP) + "-" + code.substring(GROUP)).toList();
  }

  /** Uses a code: of several requests with the same one gets true. */
  boolean use(long admin, String typed) {
    return repository.useRecovery(admin, digest(admin, Typing.plain(typed)), clock.instant());
  }

  /** Whether it looks like one, rather than like the digits of an app or an SMS. */
  static boolean looksLike(String typed) {
    return Typing.plain(typed).length() == LENGTH;
  }

  void forget(long admin) {
    repository.deleteRecovery(admin);
  }

  private String code() {
    byte[] random = box.random(LENGTH);
    return IntStream.range(0, LENGTH).mapToObj(i -> ALPHABET.substring(random[i] & 31, (random[i] & 31) + 1))
        .collect(Collectors.joining());
  }

  private byte[] digest(long admin, String code) {
    return box.digest("admin-recovery", admin + "|" + code);
  }
}
