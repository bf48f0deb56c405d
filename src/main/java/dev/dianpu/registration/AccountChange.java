package dev.dianpu.registration;

import dev.dianpu.member.Members;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.List;

/** The change of a member's row and the use of the proofs that allow it, in one transaction: all or nothing. */
@ApplicationScoped
class AccountChange {

  @Inject Members members;
  @Inject Verifications verifications;

  /** A proof that a change uses. */
  record Needed(Contact contact, Purpose purpose) {}

  @Transactional
  public void password(long member, String hash, long session, List<Needed> proofs) {
    members.changePassword(member, hash);
    use(member, session, proofs);
  }

  /** As {@link Members#changeEmail}. */
  @Transactional
  public void email(long member, String email, long session, List<Needed> proofs) {
    members.changeEmail(member, email);
    use(member, session, proofs);
  }

  /** As {@link Members#changePhone}. */
  @Transactional
  public void phone(long member, PhoneNumber phone, long session, List<Needed> proofs) {
    members.changePhone(member, phone);
    use(member, session, proofs);
  }

  /** As {@link Members#removePhone}. */
  @Transactional
  public void noPhone(long member, long session, List<Needed> proofs) {
    members.removePhone(member);
    use(member, session, proofs);
  }

  private void use(long member, long session, List<Needed> proofs) {
    for (Needed proof : proofs) {
      if (!verifications.useProof(session, proof.contact(), proof.purpose(), member)) {
        throw new NewMembers.ProofGone();
      }
    }
  }
}
