package dev.dianpu.verification;

import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Optional;

/** Issues a code, or the same live code again, in one short transaction of its own. */
@ApplicationScoped
class IssueCode {

  @Inject VerificationRepository repository;
  @Inject TrailRepository trail;
  @Inject Codes codes;
  @Inject Clock clock;

  /**
   * Issues the first code of this session, phone and purpose, as most are: without what a transaction of the container
   * and mapped objects cost. Empty if there is one already.
   *
   * @throws dev.dianpu.platform.database.Sql.Duplicate if another request of the session did so meanwhile
   */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  Optional<Issued> first(CodeRequest request) {
    Instant now = clock.instant();
    byte[] slot = codes.slot(request.sessionId(), request.contact(), request.purpose());
    if (repository.taken(slot)) {
      return Optional.empty();
    }
    String digits = digits(request);
    Verification fresh = fresh(request, slot, digits, now);
    repository.addAsked(fresh, request.captcha());
    return Optional.of(new Issued(fresh.id, fresh.publicId, digits, fresh.minutesLeft(now), false, false, ""));
  }

  @Transactional(Transactional.TxType.REQUIRES_NEW)
  Issued issue(CodeRequest request) {
    Instant now = clock.instant();
    byte[] slot = codes.slot(request.sessionId(), request.contact(), request.purpose());
    Optional<Verification> last = repository.lock(slot);
    Optional<String> code = last.filter(old -> request.fixedCode().isEmpty() && old.maySendAgain(now))
        .flatMap(old -> codes.open(old.publicId, old.codeSealed));
    boolean other = last.filter(Verification::mayBeLost).isPresent();
    String channel = last.map(old -> old.channel).orElse("");
    if (code.isPresent()) {
      Verification same = last.get();
      repository.keepEarlierSend(same);
      same.sending(request.address(), request.reservationId(), now);
      trail.add(same.id, TrailRepository.ASKED, request.captcha(), now);
      return new Issued(same.id, same.publicId, code.get(), same.minutesLeft(now), true, other, channel);
    }
    last.ifPresent(old -> {
      old.replace();
      repository.flush();
    });
    String digits = digits(request);
    Verification fresh = fresh(request, slot, digits, now);
    repository.add(fresh);
    trail.add(fresh.id, TrailRepository.ASKED, request.captcha(), now);
    return new Issued(fresh.id, fresh.publicId, digits, fresh.minutesLeft(now), false, other, channel);
  }

  private String digits(CodeRequest request) {
    return request.fixedCode().isEmpty() ? codes.make(request.policy().digits()) : request.fixedCode();
  }

  private Verification fresh(CodeRequest request, byte[] slot, String code, Instant now) {
    Verification fresh = new Verification(
        codes.publicId(), request.purpose(), request.sessionId(), now, request.policy().validity());
    fresh.slot = slot;
    fresh.phoneDigest = codes.digest(request.contact());
    fresh.phoneSealed = codes.seal(fresh.publicId, request.contact());
    fresh.codeDigest = codes.digest(fresh.publicId, request.contact(), code);
    fresh.codeSealed = codes.seal(fresh.publicId, code);
    fresh.sending(request.address(), request.reservationId(), now);
    return fresh;
  }
}
