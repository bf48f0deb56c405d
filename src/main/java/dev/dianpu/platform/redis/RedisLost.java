package dev.dianpu.platform.redis;

/** Redis cannot be used, and the owner wants what needs it refused meanwhile; answered with 503. */
public class RedisLost extends RuntimeException {

  RedisLost(String problem) {
    super(problem);
  }

  RedisLost(String problem, Throwable cause) {
    super(problem, cause);
  }
}
