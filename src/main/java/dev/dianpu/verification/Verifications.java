package dev.dianpu.verification;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.persistence.PersistenceException;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Codes and what they prove. Every method but {@link #useProof} commits by itself. */
@ApplicationScoped
public class Verifications {

  private static final Duration PROOF = Duration.ofMinutes(10);
  private static final int ATTEMPTS = 3;

  @Inject IssueCode issueCode;
  @Inject CountTry countTry;
  @Inject TryCounts tries;
  @Inject TryLimits limits;
  @Inject VerificationRepository repository;
  @Inject Codes codes;
  @Inject Clock clock;

  /**
   * Issues a code, committed before this returns. While a session's code has two minutes or more, the same one comes
   * again, with its tries and its end.
   *
   * @param address the client's IP address
   * @param reservationId the budget of this send
   */
  public Issued issue(
      long sessionId, PhoneNumber phone, Purpose purpose, CodePolicy policy, String address, long reservationId) {
    return issue(new CodeRequest(sessionId, phone, purpose, policy, address, reservationId, ""));
  }

  /** The same, telling the log what stood before it. */
  public Issued issue(CodeRequest request) {
    for (int attempt = 1; ; attempt++) {
      try {
        Optional<Issued> first = issueCode.first(request);
        return first.isPresent() ? first.get() : issueCode.issue(request);
      } catch (PersistenceException | Sql.Failed simultaneous) {
        // Two requests of one session met at the slot's unique key; the second one now finds the first one's code.
        if (attempt == ATTEMPTS) {
          throw simultaneous;
        }
      }
    }
  }

  /**
   * Keeps what became of the newest send.
   *
   * @param outcome the name of a {@link Delivery}
   * @param channel which carried it; empty if none did
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public void outcome(long id, String outcome, String channel) {
    repository.answered(id, Delivery.valueOf(outcome), channel);
  }

  /**
   * Compares a typed code with the session's live one. The try is counted and committed before, whatever comes of it.
   * A right one leaves a proof of phone. Where no live code is left but a proof is, as after a double click, the answer
   * is right, too, and nothing is compared.
   *
   * @param address the client's IP address
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Check check(long sessionId, Contact contact, Purpose purpose, String typed, String address) {
    Optional<Verification> found = repository.find(codes.slot(sessionId, contact, purpose));
    Instant now = clock.instant();
    Proved whose = new Proved(sessionId, codes.digest(contact), purpose);
    if (found.isEmpty() || found.get().endedBy(now)) {
      return unless(whose, now, new Check.None());
    }
    Verification live = found.get();
    if (live.state == VerificationState.EXHAUSTED) {
      return unless(whose, now, new Check.Exhausted(triesUsedUp(contact).isPresent()));
    }
    CountTry.Guesser who = new CountTry.Guesser(codes.owner(contact), codes.from(address));
    CountTry.Count count = countTry.count(live, who);
    if (count.granted() && codes.matches(live.publicId, contact, typed, live.codeDigest)) {
      tries.uncount(who.address(), now);
      return repository.prove(live.id, now, now.plus(PROOF)) ? new Check.Right()
          : unless(whose, now, new Check.None());
    }
    return unless(whose, now, notRight(live, who, count, now));
  }

  private Check notRight(Verification live, CountTry.Guesser who, CountTry.Count count, Instant now) {
    if (count.stranger()) {
      return new Check.Paused(tries.of(who.address(), now).map(used -> Duration.between(now, used.until()))
          .orElse(Duration.ofSeconds(1)));
    }
    if (count.left() > 0) {
      return new Check.Wrong(count.left());
    }
    repository.exhaust(live.id);
    return new Check.Exhausted(count.today());
  }

  /** The same of a phone. */
  public Check check(long sessionId, PhoneNumber phone, Purpose purpose, String typed, String address) {
    return check(sessionId, Contact.of(phone), purpose, typed, address);
  }

  /**
   * How long it takes until codes of this contact may be tried again, if all of the day's tries are used up: until then a
   * code would be paid for and help nobody.
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  public Optional<Duration> triesUsedUp(Contact contact) {
    Instant now = clock.instant();
    return tries.of(codes.owner(contact), now).filter(used -> used.tries() >= limits.phone().most())
        .map(used -> Duration.between(now, used.until()));
  }

  /** The same of a phone. */
  public Optional<Duration> triesUsedUp(PhoneNumber phone) {
    return triesUsedUp(Contact.of(phone));
  }

  private Check unless(Proved whose, Instant now, Check otherwise) {
    return repository.proofs(whose, now).isEmpty() ? otherwise : new Check.Right();
  }

  /** The live proof of this session, contact and purpose. */
  public Optional<Proof> proof(long sessionId, Contact contact, Purpose purpose) {
    List<Verification> proofs =
        repository.proofs(new Proved(sessionId, codes.digest(contact), purpose), clock.instant());
    return proofs.stream().findFirst().map(proved -> new Proof(proved.id, Stream.concat(
        Stream.of(proved.reservationId),
        proved.sends > 1 ? repository.earlierReservations(proved.id).stream() : Stream.of()).toList()));
  }

  /** The same of a phone. */
  public Optional<Proof> proof(long sessionId, PhoneNumber phone, Purpose purpose) {
    return proof(sessionId, Contact.of(phone), purpose);
  }

  /** Whether there is a live proof of this session, phone and purpose. */
  public boolean hasProof(long sessionId, PhoneNumber phone, Purpose purpose) {
    return proof(sessionId, phone, purpose).isPresent();
  }

  /** The same of any contact. */
  public boolean hasProof(long sessionId, Contact contact, Purpose purpose) {
    return proof(sessionId, contact, purpose).isPresent();
  }

  /**
   * Uses the proof in the caller's transaction: of several transactions one gets true, and if it is rolled back the
   * proof stays.
   *
   * @param memberId who is proved by it; null if that is nobody yet
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean useProof(long sessionId, Contact contact, Purpose purpose, Long memberId) {
    return repository.use(new Proved(sessionId, codes.digest(contact), purpose), memberId, clock.instant());
  }

  /** The same of a phone. */
  @Transactional(Transactional.TxType.MANDATORY)
  public boolean useProof(long sessionId, PhoneNumber phone, Purpose purpose, Long memberId) {
    return useProof(sessionId, Contact.of(phone), purpose, memberId);
  }
}
