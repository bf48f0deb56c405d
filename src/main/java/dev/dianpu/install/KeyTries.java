package dev.dianpu.install;

import com.github.benmanes.caffeine.cache.Cache;
import com.github.benmanes.caffeine.cache.Caffeine;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.concurrent.TimeUnit;
import java.util.concurrent.atomic.AtomicInteger;

/** Wrong keys per address and minute. The key is too long to be guessed; this keeps the log and the server quiet. */
@ApplicationScoped
class KeyTries {

  private static final int MOST = 5;

  private final Cache<String, AtomicInteger> wrong = Caffeine.newBuilder().maximumSize(10_000)
      .expireAfterWrite(1, TimeUnit.MINUTES).build();

  /** Whether this address typed too many wrong ones; then the key is not even looked at. */
  boolean tooMany(String address) {
    AtomicInteger count = wrong.getIfPresent(address);
    return count != null && count.get() >= MOST;
  }

  void wrong(String address) {
    wrong.get(address, unknown -> new AtomicInteger()).incrementAndGet();
  }
}
