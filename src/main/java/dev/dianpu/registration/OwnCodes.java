package dev.dianpu.registration;

import dev.dianpu.limit.GiveBack;
import dev.dianpu.limit.SendBudgets;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Check;
import dev.dianpu.verification.Contact;
import dev.dianpu.verification.Proof;
import dev.dianpu.verification.Verifications;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.util.Locale;
import java.util.Optional;

/**
 * Codes for somebody who is logged in already, or gave the right password, to a phone or an e-mail address: by the same
 * rooms as for registering, behind the same budgets. The captcha, where one is asked for, stands before this.
 */
@ApplicationScoped
public class OwnCodes {

  @Inject PhoneCodes phones;
  @Inject EmailCodes mails;
  @Inject Verifications verifications;
  @Inject SendBudgets budgets;
  @Inject UsedProofs used;

  /**
   * A code that is asked for.
   *
   * @param session in whose name it is asked for; together with contact and purpose it names the code
   * @param address the client's IP address
   * @param captcha what stood before it, for the log; see {@link dev.dianpu.verification.CodeRequest}
   * @param member who is logged in; empty for an admin
   * @param locale of a mail's words
   */
  public record Wanted(long session, Contact contact, Purpose purpose, String address, String captcha,
      Optional<Long> member, Locale locale) {}

  /** Whether a code could be sent there now: 短信通 for a phone, a mail server for an address. */
  public boolean possible(Contact contact, Purpose purpose) {
    return contact.isEmail() ? mails.possible() : phones.possible(purpose);
  }

  /** Sends a code. To be called outside a transaction. */
  public CodeAnswer send(Wanted wanted) {
    return wanted.contact().isEmail() ? mails.send(wanted) : phones.send(wanted);
  }

  /** Compares a code; a right one leaves a proof. */
  public Check check(long session, Contact contact, Purpose purpose, String typed, String address) {
    return verifications.check(session, contact, purpose, typed.strip(), address);
  }

  /** The live proof that a right code left. */
  Optional<Proof> proof(long session, Contact contact, Purpose purpose) {
    return verifications.proof(session, contact, purpose);
  }

  /** Compares a code and uses the proof that a right one leaves: a second request with the same code gets nothing. */
  public Check spend(long session, Contact contact, Purpose purpose, String typed, String address) {
    Check check = check(session, contact, purpose, typed, address);
    if (!(check instanceof Check.Right)) {
      return check;
    }
    Optional<Proof> proof = verifications.proof(session, contact, purpose);
    if (!used.use(session, contact, purpose)) {
      return new Check.None();
    }
    proof.ifPresent(this::giveBack);
    return check;
  }

  /** Gives back what the sends of a used proof took from the budgets. */
  void giveBack(Proof proof) {
    proof.reservations().stream().filter(unit -> unit > 0)
        .forEach(unit -> budgets.giveBack(unit, GiveBack.VERIFIED));
  }

  /** What is wrong with a typed code; empty if it was right. */
  public static Optional<Mistake> mistake(String field, Check check) {
    if (check instanceof Check.Wrong wrong) {
      return Optional.of(new Mistake(field, "code.wrong", wrong.triesLeft()));
    }
    if (check instanceof Check.Exhausted exhausted) {
      return Optional.of(new Mistake(field, exhausted.today() ? "code.day" : "code.exhausted"));
    }
    if (check instanceof Check.Paused paused) {
      return Optional.of(new Mistake(field, "code.address", paused.retryAfter().toMinutes() + 1));
    }
    return check instanceof Check.Right ? Optional.empty() : Optional.of(new Mistake(field, "code.none"));
  }

  /** One transaction around the use of a proof that nothing else depends on. */
  @ApplicationScoped
  static class UsedProofs {

    @Inject Verifications verifications;

    @Transactional(Transactional.TxType.REQUIRES_NEW)
    boolean use(long session, Contact contact, Purpose purpose) {
      return verifications.useProof(session, contact, purpose, null);
    }
  }
}
