package dev.dianpu.registration;

import dev.dianpu.member.Members;
import dev.dianpu.registration.AccountChange.Needed;
import dev.dianpu.registration.AccountCodes.Here;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Proof;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;

/** A member takes the phone off the account: with a code to it, or with the password where it is lost. */
@ApplicationScoped
class RemovePhone {

  @Inject AccountCodes codes;
  @Inject AccountChange change;
  @Inject ChangeNotice notice;
  @Inject OwnCodes own;
  @Inject Members members;
  @Inject Extensions<PhonePolicy> policies;

  /** Whether the shop wants a phone before an order, which whoever removes it should know. */
  boolean wantedForOrders() {
    return policies.first().map(PhonePolicy::phoneRequiredForOrders).orElse(false);
  }

  /** Where a code would go; empty without a phone, or while the feature is off. */
  Optional<Needed> needed(Here here) {
    return codes.phone(here, Purpose.UNBIND_PHONE).map(phone -> new Needed(phone, Purpose.UNBIND_PHONE));
  }

  List<Mistake> remove(ChangeAccount.Asked asked, Needed needed) {
    Here here = asked.here();
    boolean byPassword = !asked.form().current.isEmpty();
    Mistakes mistakes = new Mistakes();
    (byPassword ? codes.password(here, asked.form().current, asked.visit())
        : codes.code(here, needed, "oldCode", asked.form().oldCode)).ifPresent(mistakes::add);
    if (mistakes.none()) {
      remove(asked, byPassword ? List.of() : List.of(needed), mistakes);
    }
    return mistakes.list();
  }

  private void remove(ChangeAccount.Asked asked, List<Needed> proofs, Mistakes mistakes) {
    Here here = asked.here();
    Optional<PhoneNumber> old = members.phone(here.account().id());
    List<Proof> used = proofs.stream()
        .flatMap(proof -> own.proof(here.session(), proof.contact(), proof.purpose()).stream()).toList();
    try {
      change.noPhone(here.account().id(), here.session(), proofs);
      used.forEach(own::giveBack);
      // The phone was asked by a code, or is to hear of it.
      notice.tell(new ChangeNotice.Change(here.account().id(), "phone", here.account().email(),
          proofs.isEmpty() ? old : Optional.empty()), asked.visit());
    } catch (NewMembers.ProofGone gone) {
      mistakes.when(true, "oldCode", "code.none");
    }
  }
}
