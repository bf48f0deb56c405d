package dev.dianpu.admin.factor;

import dev.dianpu.spi.PhoneNumber;
import java.util.Optional;

/**
 * What an admin has on file.
 *
 * @param app whether an authenticator app shares a secret with us
 * @param phone proved by a code
 * @param email proved by a code
 * @param recovery how many recovery codes are left
 */
public record Factors(boolean app, Optional<PhoneNumber> phone, Optional<String> email, int recovery) {

  static final Factors NONE = new Factors(false, Optional.empty(), Optional.empty(), 0);

  /** Whether every login asks for a second step: an app or a phone. An e-mail address alone is none. */
  public boolean second() {
    return app || phone.isPresent();
  }

  /** Whether there is anything to be asked for besides the password. */
  public boolean any() {
    return second() || email.isPresent();
  }
}
