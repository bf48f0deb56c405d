package dev.dianpu.registration;

import dev.dianpu.member.Members;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;

/** The use of what somebody without a login has proved, together with what it is used for: both or neither. */
@ApplicationScoped
@Transactional
class UseProof {

  @Inject Members members;
  @Inject Verifications verifications;

  /** For a login. */
  void enter(long member, ProvedContact.Known proved) {
    use(member, proved);
  }

  /** For a new password. */
  void password(long member, String hash, ProvedContact.Known proved) {
    members.changePassword(member, hash);
    use(member, proved);
  }

  /** For taking the number from a member who has it no more. */
  void release(long member, ProvedContact.Known proved) {
    members.releasePhone(member);
    use(member, proved);
  }

  private void use(long member, ProvedContact.Known proved) {
    if (!verifications.useProof(proved.session().id(), proved.contact(), proved.purpose(), member)) {
      throw new NewMembers.ProofGone();
    }
  }
}
