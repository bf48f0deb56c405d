package dev.dianpu.member;

import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;

/** Which ways in there are besides name and password. */
@ApplicationScoped
class LoginWays {

  @Inject Extensions<PhonePolicy> policies;
  @Inject MailRoom mails;

  /** Whether a code to the phone lets in. */
  boolean byCode() {
    return sends(Purpose.LOGIN);
  }

  /** Whether a code leads to a new password. */
  boolean resettable() {
    return mails.ready() || sends(Purpose.RESET_PASSWORD);
  }

  private boolean sends(Purpose purpose) {
    return policies.first().flatMap(policy -> policy.code(purpose)).isPresent();
  }
}
