package dev.dianpu.verification;

import org.junit.jupiter.api.BeforeAll;

/** Tries counted in the database. */
class VerificationRaceIT extends VerificationRaceContract {

  @BeforeAll
  static void open() {
    room = new VerificationBeans(new CountingCodes(), false);
  }
}
