package dev.dianpu.registration;

import dev.dianpu.member.Members;
import dev.dianpu.member.NewMember;
import dev.dianpu.member.RegistrationFields;
import dev.dianpu.spi.MemberRegistered;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.Optional;

/** The member's row and the use of the proof of phone, in one transaction: both or neither. */
@ApplicationScoped
class NewMembers {

  @Inject Members members;
  @Inject RegistrationFields fields;
  @Inject Verifications verifications;
  @Inject Event<MemberRegistered> registered;
  @Inject Clock clock;

  /** The proof was used or is out of date; nothing was stored. */
  static class ProofGone extends RuntimeException {
    private static final long serialVersionUID = 1L;
  }

  /**
   * Stores the member.
   *
   * @param session whose proof is used; needed if a phone is given
   * @return the member's id
   * @throws dev.dianpu.member.Taken when user name, e-mail or phone belong to somebody; the proof stays
   * @throws ProofGone when another request used the proof
   */
  @Transactional
  public long add(NewMember wanted, Optional<Long> session) {
    long id = add(wanted);
    if (wanted.phone().isPresent()
        && !verifications.useProof(session.orElseThrow(ProofGone::new), wanted.phone().get(), Purpose.REGISTER, id)) {
      throw new ProofGone();
    }
    return id;
  }

  /** The same by the proof of an e-mail address. */
  @Transactional
  public long addByEmail(NewMember wanted, long session, Contact contact) {
    long id = add(wanted);
    if (!verifications.useProof(session, contact, Purpose.REGISTER, id)) {
      throw new ProofGone();
    }
    return id;
  }

  private long add(NewMember wanted) {
    long id = members.add(wanted);
    fields.keep(id, wanted.answers());
    registered.fire(new MemberRegistered(id, wanted.username(), wanted.phone(), clock.instant()));
    return id;
  }
}
