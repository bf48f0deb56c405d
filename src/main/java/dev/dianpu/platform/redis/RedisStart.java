package dev.dianpu.platform.redis;

import jakarta.annotation.PostConstruct;
import jakarta.ejb.Singleton;
import jakarta.ejb.Startup;
import jakarta.ejb.TransactionManagement;
import jakarta.ejb.TransactionManagementType;
import jakarta.inject.Inject;
import java.util.logging.Logger;

/** Reads the address of Redis as soon as the application starts, so that a wrong one does not wait for a visitor. */
@Singleton
@Startup
@TransactionManagement(TransactionManagementType.BEAN)
public class RedisStart {

  private static final Logger LOG = Logger.getLogger(RedisStart.class.getName());

  @Inject Redis redis;

  @PostConstruct
  void start() {
    if (redis.on()) {
      LOG.info("Limits, tries of codes and answered captchas are kept in Redis");
    }
  }
}
