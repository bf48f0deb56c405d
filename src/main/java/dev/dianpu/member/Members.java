package dev.dianpu.member;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.Locale;
import java.util.Optional;

/** The members of the shop. */
@ApplicationScoped
public class Members {

  private static final String PHONE = "phone";

  @Inject MemberRepository repository;
  @Inject SecretBox box;
  @Inject Clock clock;

  /**
   * What a member sees of the own account.
   *
   * @param phone masked; empty without one
   */
  public record Account(long id, String username, String shownName, String email, String phone, String nickname,
      Instant registeredAt, Instant lastLoginAt, Optional<Instant> phoneReleasedAt) {}

  /**
   * Makes a member, in the caller's transaction, so that the proof of phone is used together with it or not at all.
   *
   * @return the member's id
   * @throws Taken when user name, e-mail or phone belong to somebody; the transaction is rolled back
   */
  @Transactional(value = Transactional.TxType.MANDATORY)
  public long add(NewMember wanted) {
    Member member = new Member(wanted, wanted.phone().map(this::digest).orElse(null),
        wanted.phone().map(phone -> box.seal(PHONE, PHONE, phone.e164())).orElse(null), clock.instant());
    repository.add(member);
    return member.id();
  }

  /** Whether somebody has this user name; to be told only to people who proved a phone or passed the captcha. */
  @Transactional
  public boolean hasUsername(String username) {
    return repository.byUsername(Spelling.stored(username)).isPresent();
  }

  /** Whether somebody has this e-mail address; to be told only to people who passed the captcha. */
  @Transactional
  public boolean hasEmail(String email) {
    return repository.byEmail(email.toLowerCase(Locale.ROOT)).isPresent();
  }

  /** Whether somebody has this phone; never to be told to a visitor. */
  public boolean hasPhone(PhoneNumber phone) {
    return repository.hasPhone(digest(phone));
  }

  /** The account of a member. */
  @Transactional
  public Optional<Account> account(long id) {
    return repository.byId(id).map(this::account);
  }

  /** Changes what a member may change alone. */
  @Transactional
  public void describe(long id, String nickname) {
    repository.byId(id).orElseThrow().describe(nickname);
  }

  /** The whole phone of a member, to send something to; pages show the masked one of {@link Account}. */
  @Transactional
  public Optional<PhoneNumber> phone(long id) {
    return repository.byId(id).flatMap(Member::phoneSealed).flatMap(sealed -> box.open(PHONE, PHONE, sealed))
        .map(PhoneNumber::new);
  }

  /** Changes the password, in the caller's transaction; its sessions are the caller's business. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changePassword(long id, String hash) {
    repository.byId(id).orElseThrow().changePassword(hash);
  }

  /**
   * Changes the e-mail address, in the caller's transaction.
   *
   * @throws Taken when somebody has it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changeEmail(long id, String email) {
    repository.byId(id).orElseThrow().changeEmail(email.toLowerCase(Locale.ROOT));
    repository.flush();
  }

  /**
   * Changes the phone, in the caller's transaction.
   *
   * @throws Taken when somebody has it
   */
  @Transactional(Transactional.TxType.MANDATORY)
  public void changePhone(long id, PhoneNumber phone) {
    repository.byId(id).orElseThrow().changePhone(digest(phone), box.seal(PHONE, PHONE, phone.e164()));
    repository.flush();
  }

  /** Takes the phone away, in the caller's transaction. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void removePhone(long id) {
    repository.byId(id).orElseThrow().removePhone();
  }

  /** Takes the phone away, in the caller's transaction, since somebody else has the number now. */
  @Transactional(Transactional.TxType.MANDATORY)
  public void releasePhone(long id) {
    repository.byId(id).orElseThrow().releasePhone(clock.instant());
  }

  @Transactional
  Optional<Member> byPhone(PhoneNumber phone) {
    return repository.byPhone(digest(phone));
  }

  @Transactional
  Optional<Member> byEmail(String email) {
    return repository.byEmail(email.toLowerCase(Locale.ROOT));
  }

  /**
   * The member who logs in with this name: the user name, or the phone where the shop allows it. The database compares
   * more generously than we fold; what only it takes for the same name is another name.
   */
  @Transactional
  Optional<Member> byLogin(String login, boolean phoneAllowed) {
    Optional<PhoneNumber> phone = phoneAllowed ? PhoneNumbers.mainlandMobile(login) : Optional.empty();
    return phone.isPresent() ? repository.byPhone(digest(phone.get()))
        : repository.byUsername(Spelling.stored(login))
            .filter(member -> Spelling.folded(member.username()).equals(Spelling.folded(login)));
  }

  /**
   * Under what tries with this name are counted: the account that it leads to, however it was spelled; else the form that
   * all its spellings share.
   */
  String counted(String login, Optional<Member> found) {
    return found.map(member -> "member " + member.id())
        .or(() -> PhoneNumbers.mainlandMobile(login).map(phone -> "phone " + phone.e164()))
        .orElseGet(() -> "name " + Spelling.folded(login));
  }

  /** The hash of a member's password. */
  @Transactional
  Optional<String> passwordHash(long id) {
    return repository.byId(id).map(Member::passwordHash);
  }

  @Transactional
  void loggedIn(long id) {
    repository.byId(id).ifPresent(member -> member.loggedIn(clock.instant()));
  }

  @Transactional
  Optional<Member> byId(long id) {
    return repository.byId(id);
  }

  /** A sealed phone as pages show it; empty without one. */
  String masked(String sealed) {
    return sealed.isEmpty() ? ""
        : box.open(PHONE, PHONE, sealed).map(e164 -> new PhoneNumber(e164).masked()).orElse("****");
  }

  private Account account(Member member) {
    String phone = masked(member.phoneSealed().orElse(""));
    return new Account(member.id(), member.username(), member.shownName(), member.email(), phone, member.nickname(),
        member.registeredAt(), member.lastLoginAt(), member.phoneReleasedAt());
  }

  byte[] digest(PhoneNumber phone) {
    return box.digest(PHONE, phone.e164());
  }
}
