package dev.dianpu.verification;

import org.junit.jupiter.api.BeforeAll;

/** Tries counted in Redis; all else is in the database all the same. */
class VerificationRaceRedisIT extends VerificationRaceContract {

  @BeforeAll
  static void open() {
    room = new VerificationBeans(new CountingCodes(), true);
  }
}
