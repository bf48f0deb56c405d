package dev.dianpu.platform.redis;

import dev.dianpu.platform.Deployment;
import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Has a wrong address of Redis end the start, so that the shop does not count somewhere else than it was told to. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class RedisStart {

  private static final Logger LOG = Logger.getLogger(RedisStart.class.getName());

  @Inject Deployment deployment;

  /**
   * Reads the address.
   *
   * @throws IllegalArgumentException when it is none
   */
  @PostConstruct
  void start() {
    deployment.redis().map(RedisAddress::of).ifPresent(address ->
        LOG.info(() -> "Limits, tries of codes and answered captchas are kept in Redis at " + address.getHost()));
  }
}
