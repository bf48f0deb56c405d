package dev.dianpu.verification;

import org.junit.jupiter.api.BeforeAll;

/** Tries counted in Redis; all else is in the database all the same. */
class VerificationsRedisIT extends VerificationsContract {

  @BeforeAll
  static void open() {
    room = new VerificationBeans(new Codes(), true);
  }
}
