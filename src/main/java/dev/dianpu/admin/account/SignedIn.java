package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import java.util.Optional;

/**
 * The admin that a request below {@code /admin} belongs to.
 *
 * @param session number of the session
 * @param admin number of the account
 * @param name the account's name
 * @param notice what this page has to say about the last action, as {@link Notices} keeps it; often empty
 */
record SignedIn(long session, long admin, String name, String notice) {

  static Optional<SignedIn> of(Visit visit) {
    return visit.noted(SignedIn.class);
  }
}
