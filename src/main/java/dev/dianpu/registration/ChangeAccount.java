package dev.dianpu.registration;

import dev.dianpu.member.MemberRules;
import dev.dianpu.member.Members;
import dev.dianpu.member.Taken;
import dev.dianpu.platform.crypto.PasswordHasher;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.AccountChange.Needed;
import dev.dianpu.registration.AccountCodes.Here;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * A member changes what the account hangs on: password, e-mail, phone. Codes are compared last, so that nobody loses one
 * to a typing mistake; the other sessions end with a new password; the address and phone of before are told.
 */
@ApplicationScoped
class ChangeAccount {

  @Inject AccountCodes codes;
  @Inject AccountChange change;
  @Inject ChangeNotice notice;
  @Inject OwnCodes own;
  @Inject Members members;
  @Inject PasswordHasher hasher;
  @Inject Sessions sessions;

  /** The codes that a new password needs: one to the phone, or where none can go there to the e-mail address. */
  List<Needed> forPassword(Here here) {
    return codes.own(here, Purpose.CHANGE_PASSWORD).map(to -> List.of(new Needed(to, Purpose.CHANGE_PASSWORD)))
        .orElse(List.of());
  }

  /** The codes that a new address needs: one to it, or where no mail can be sent one to the phone. */
  List<Needed> forEmail(Here here, String email) {
    Contact wanted = Contact.email(email);
    if (own.possible(wanted, Purpose.CHANGE_EMAIL)) {
      return List.of(new Needed(wanted, Purpose.CHANGE_EMAIL));
    }
    return codes.phone(here, Purpose.CHANGE_EMAIL).map(to -> List.of(new Needed(to, Purpose.CHANGE_EMAIL)))
        .orElse(List.of());
  }

  /** A form that a member sent. */
  record Asked(Here here, AccountForm form, Visit visit) {}

  List<Mistake> password(Asked asked) {
    Here here = asked.here();
    AccountForm form = asked.form();
    Mistakes mistakes = new Mistakes();
    mistakes.add("password",
        MemberRules.password(form.password, here.account().username(), here.account().email()));
    mistakes.when(!form.password.equals(form.passwordConfirm), "passwordConfirm", "member.password.different");
    return done(asked, mistakes, forPassword(here), proofs -> {
      Optional<PhoneNumber> phone = members.phone(here.account().id());
      change.password(here.account().id(), hasher.hash(form.password), here.session(), proofs);
      sessions.endAll(here.account().id());
      sessions.login(here.account().id(), asked.visit());
      tell(asked, "password", phone);
    });
  }

  List<Mistake> email(Asked asked) {
    Here here = asked.here();
    AccountForm form = asked.form();
    Mistakes mistakes = new Mistakes();
    String wanted = form.email.strip().toLowerCase(Locale.ROOT);
    mistakes.add("email", MemberRules.email(form.email));
    mistakes.when(wanted.equals(here.account().email()), "email", "account.email.same");
    List<Needed> needed = mistakes.none() ? forEmail(here, wanted) : List.of();
    return done(asked, mistakes, needed, proofs -> {
      change.email(here.account().id(), wanted, here.session(), proofs);
      tell(asked, "email", members.phone(here.account().id()));
    });
  }

  /** With a code to the new phone, and one to the old; who has lost that gives the password instead. */
  List<Mistake> phone(Asked asked) {
    Here here = asked.here();
    AccountForm form = asked.form();
    Mistakes mistakes = new Mistakes();
    Optional<PhoneNumber> wanted = PhoneNumbers.mainlandMobile(form.phone);
    Optional<PhoneNumber> old = members.phone(here.account().id());
    mistakes.when(wanted.isEmpty(), "phone", "registration.phone-invalid");
    mistakes.when(wanted.isPresent() && wanted.equals(old), "phone", "account.phone.same");
    if (!mistakes.none()) {
      return mistakes.list();
    }
    List<Needed> needed = new ArrayList<>(List.of(new Needed(Contact.of(wanted.get()), Purpose.BIND_PHONE)));
    boolean byOld = old.isPresent() && form.current.isEmpty();
    if (byOld) {
      Needed ofOld = new Needed(Contact.of(old.get()), Purpose.UNBIND_PHONE);
      codes.code(here, ofOld, "oldCode", form.oldCode).ifPresent(mistakes::add);
      needed.add(ofOld);
    }
    return done(asked, mistakes, needed, proofs -> {
      change.phone(here.account().id(), wanted.get(), here.session(), proofs);
      // The old phone was asked by a code, or is to hear of it.
      tell(asked, "phone", byOld ? Optional.empty() : old);
    });
  }

  /** What is done with the proofs once everything was right. */
  @FunctionalInterface
  private interface Work {
    void with(List<Needed> proofs);
  }

  private List<Mistake> done(Asked asked, Mistakes mistakes, List<Needed> needed, Work work) {
    Here here = asked.here();
    if (mistakes.none() && needed.stream().noneMatch(proof -> proof.purpose() == Purpose.UNBIND_PHONE)) {
      codes.password(here, asked.form().current, asked.visit()).ifPresent(mistakes::add);
    }
    if (mistakes.none() && !needed.isEmpty()) {
      codes.code(here, needed.get(0), "smsCode", asked.form().smsCode).ifPresent(mistakes::add);
    }
    if (mistakes.none()) {
      work(here, needed, work, mistakes);
    }
    return mistakes.list();
  }

  private void work(Here here, List<Needed> needed, Work work, Mistakes mistakes) {
    List<Proof> proofs = needed.stream()
        .flatMap(proof -> own.proof(here.session(), proof.contact(), proof.purpose()).stream()).toList();
    try {
      work.with(needed);
      proofs.forEach(own::giveBack);
    } catch (Taken taken) {
      boolean email = taken.what() == Taken.What.EMAIL;
      mistakes.when(true, email ? "email" : "phone", email ? "member.email.taken" : "code.reason.phone-taken");
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "smsCode", "code.none");
    }
  }

  private void tell(Asked asked, String what, Optional<PhoneNumber> phone) {
    Members.Account before = asked.here().account();
    notice.tell(new ChangeNotice.Change(before.id(), what, before.email(), phone), asked.visit());
  }
}
