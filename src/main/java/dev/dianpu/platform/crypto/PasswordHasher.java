package dev.dianpu.platform.crypto;

import jakarta.annotation.PreDestroy;
import jakarta.enterprise.context.ApplicationScoped;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.SecureRandom;
import java.util.Base64;
import java.util.concurrent.ArrayBlockingQueue;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutionException;
import java.util.concurrent.Future;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.ThreadPoolExecutor;
import java.util.concurrent.TimeUnit;
import org.bouncycastle.crypto.generators.Argon2BytesGenerator;
import org.bouncycastle.crypto.params.Argon2Parameters;

/**
 * Hashes passwords with Argon2id, 19 MiB, two passes, one lane (OWASP Password Storage Cheat Sheet), in the usual
 * {@code $argon2id$v=19$m=…,t=…,p=…$salt$hash} form.
 *
 * <p>One hash costs about 100 ms of a core and 19 MiB, so it is the dearest thing that a stranger can ask for: it runs
 * on as many threads as there are cores, with a bounded queue; past that {@link Busy} is thrown.
 */
@ApplicationScoped
public class PasswordHasher {

  /** The longest password that is hashed. */
  public static final int LONGEST = 128;

  private static final int MEMORY_KIB = 19 * 1024;
  private static final int PASSES = 2;
  private static final int QUEUE = 64;

  private final SecureRandom random = new SecureRandom();
  private final ThreadPoolExecutor pool;

  /** More hashes are waiting than may wait; the person should try again in a few seconds. */
  public static class Busy extends RuntimeException {
    Busy(Throwable cause) {
      super("too many password hashes are waiting", cause);
    }
  }

  public PasswordHasher() {
    int threads = Runtime.getRuntime().availableProcessors();
    pool = new ThreadPoolExecutor(threads, threads, 30, TimeUnit.SECONDS, new ArrayBlockingQueue<>(QUEUE), work -> {
      Thread thread = new Thread(work, "password-hasher");
      thread.setDaemon(true);
      return thread;
    });
    pool.allowCoreThreadTimeOut(true);
  }

  @PreDestroy
  void stop() {
    pool.shutdown();
  }

  /** The hash to store. */
  public String hash(String password) {
    byte[] salt = new byte[16];
    random.nextBytes(salt);
    byte[] hash = run(() -> argon2id(password, salt));
    Base64.Encoder base64 = Base64.getEncoder().withoutPadding();
    return "$argon2id$v=19$m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1$" + base64.encodeToString(salt) + '$'
        + base64.encodeToString(hash);
  }

  /** Whether {@code stored} is the hash of this password; an unreadable hash matches nothing. Takes the same time. */
  public boolean matches(String password, String stored) {
    String[] parts = stored.split("\\$");
    boolean readable = parts.length == 6 && parts[1].equals("argon2id")
        && parts[3].equals("m=" + MEMORY_KIB + ",t=" + PASSES + ",p=1");
    byte[] salt = readable ? Base64.getDecoder().decode(parts[4]) : new byte[16];
    byte[] hash = run(() -> argon2id(password, salt));
    return MessageDigest.isEqual(hash, readable ? Base64.getDecoder().decode(parts[5]) : new byte[0]);
  }

  /** Spends the time of a comparison, so that an unknown name answers no faster than a known one. */
  public void pretend(String password) {
    matches(password, "");
  }

  private <T> T run(Callable<T> work) {
    Future<T> result;
    try {
      result = pool.submit(work);
    } catch (RejectedExecutionException full) {
      throw new Busy(full);
    }
    try {
      return result.get();
    } catch (InterruptedException e) {
      Thread.currentThread().interrupt();
      throw new IllegalStateException("interrupted while hashing", e);
    } catch (ExecutionException e) {
      throw new IllegalStateException("hashing failed", e.getCause());
    }
  }

  private static byte[] argon2id(String password, byte[] salt) {
    Argon2BytesGenerator generator = new Argon2BytesGenerator();
    generator.init(new Argon2Parameters.Builder(Argon2Parameters.ARGON2_id).withVersion(Argon2Parameters.ARGON2_VERSION_13)
        .withMemoryAsKB(MEMORY_KIB).withIterations(PASSES).withParallelism(1).withSalt(salt).build());
    byte[] out = new byte[32];
    String shortened = password.length() > LONGEST ? password.substring(0, LONGEST) : password;
    generator.generateBytes(shortened.getBytes(StandardCharsets.UTF_8), out);
    return out;
  }
}
