package dev.dianpu.verification;

import org.junit.jupiter.api.BeforeAll;

/** Tries counted in the database. */
class VerificationsIT extends VerificationsContract {

  @BeforeAll
  static void open() {
    room = new VerificationBeans(new Codes(), false);
  }
}
