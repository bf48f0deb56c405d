package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.AuthenticatorApp;
import dev.dianpu.admin.factor.Confirmations;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.Factors;
import dev.dianpu.admin.factor.LoginNotice;
import dev.dianpu.admin.factor.SecondFactor;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.CodeAnswer;
import dev.dianpu.registration.OwnCodes;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.CodeRequest;
import dev.dianpu.verification.Contact;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Optional;

/**
 * An admin changes what is on file. Each change tells the address that was on file before, and one that adds a factor
 * ends the admin's sessions in other browsers, which were begun without it.
 */
@ApplicationScoped
class FactorChange {

  @Inject FactorBook book;
  @Inject AuthenticatorApp app;
  @Inject OwnCodes codes;
  @Inject CurrentPassword currentPassword;
  @Inject AdminSessions sessions;
  @Inject Confirmations confirmations;
  @Inject LoginNotice notice;

  /** Keeps an app whose first code was typed; what is wrong, or nothing. */
  Optional<Login.Result> app(String sealed, String code, String current, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Optional<Login.Result> wrong = currentPassword.problem(admin, current, visit);
    if (wrong.isPresent()) {
      return wrong;
    }
    Factors before = book.of(admin.admin());
    if (!app.accept(admin.admin(), sealed, code)) {
      return Optional.of(new Login.Result(422, "code", "admin.step.wrong"));
    }
    changed(admin, before, visit);
    return Optional.empty();
  }

  /** Sends a code to a phone or address that is to be kept. */
  CodeAnswer send(Contact contact, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    return codes.send(new OwnCodes.Wanted(SecondFactor.Asked.numbered(admin.session()), contact, Purpose.CONFIRM,
        visit.address(), CodeRequest.OFF, Optional.empty(), visit.locale()));
  }

  /** Keeps a phone or address whose code was typed; what is wrong, or nothing. */
  Optional<Login.Result> contact(Contact contact, String code, String current, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Optional<Login.Result> wrong = currentPassword.problem(admin, current, visit);
    if (wrong.isPresent()) {
      return wrong;
    }
    Factors before = book.of(admin.admin());
    Check check = codes.spend(
        SecondFactor.Asked.numbered(admin.session()), contact, Purpose.CONFIRM, code, visit.address());
    Optional<Login.Result> refused = OwnCodes.mistake("code", check)
        .map(mistake -> new Login.Result(422, "code", mistake.text(), mistake.arguments().toArray()));
    if (refused.isEmpty()) {
      keep(admin, contact);
      changed(admin, before, visit);
    }
    return refused;
  }

  private void keep(SignedIn admin, Contact contact) {
    if (contact.isEmail()) {
      book.email(admin.admin(), contact.value());
    } else {
      book.phone(admin.admin(), PhoneNumbers.mainlandMobile(contact.value()).orElseThrow());
    }
  }

  void forget(String what, Visit visit) {
    SignedIn admin = SignedIn.of(visit).orElseThrow();
    Factors before = book.of(admin.admin());
    switch (what) {
      case "app" -> book.forgetApp(admin.admin());
      case "phone" -> book.forgetPhone(admin.admin());
      default -> book.email(admin.admin(), "");
    }
    notice.changed(before.email(), admin.name(), visit);
  }

  private void changed(SignedIn admin, Factors before, Visit visit) {
    sessions.endOthers(admin);
    confirmations.note(admin.session());
    notice.changed(before.email(), admin.name(), visit);
  }
}
