package dev.dianpu.member;

import dev.dianpu.platform.text.Spelling;
import jakarta.persistence.Column;
import jakarta.persistence.Entity;
import jakarta.persistence.EnumType;
import jakarta.persistence.Enumerated;
import jakarta.persistence.GeneratedValue;
import jakarta.persistence.GenerationType;
import jakarta.persistence.Id;
import java.time.Instant;
import java.util.Optional;
import org.hibernate.annotations.DynamicUpdate;

/**
 * A registered customer. A member is made whole by {@link NewMember}, logs in, may edit the nickname, and change
 * e-mail, phone and password behind a proof; the phone is kept sealed and found by its digest.
 */
@Entity
// Requests that change different things of a member at once must not write back each other's old values.
@DynamicUpdate
class Member {

  @Id
  @GeneratedValue(strategy = GenerationType.IDENTITY)
  private Long id;

  private String username;
  private String email;

  @Column(columnDefinition = "binary(32)")
  private byte[] phoneDigest;

  private String phoneSealed;
  private String password;
  private String nickname;
  private Instant registeredAt;
  private String registeredFrom;
  private String consentVersion;
  private Instant consentAt;
  private Instant lastLoginAt;
  @Enumerated(EnumType.STRING)
  private MemberState state;
  private Instant phoneReleasedAt;

  protected Member() {}

  Member(NewMember wanted, byte[] phoneDigest, String phoneSealed, Instant now) {
    username = Spelling.stored(wanted.username());
    email = wanted.email();
    this.phoneDigest = phoneDigest;
    this.phoneSealed = phoneSealed;
    password = wanted.passwordHash();
    nickname = "";
    registeredAt = now;
    registeredFrom = wanted.address();
    consentVersion = wanted.consentVersion();
    consentAt = now;
    lastLoginAt = now;
    state = MemberState.ACTIVE;
  }

  void loggedIn(Instant now) {
    lastLoginAt = now;
  }

  void describe(String newNickname) {
    nickname = newNickname;
  }

  void changeEmail(String newEmail) {
    email = newEmail;
  }

  void changePassword(String hash) {
    password = hash;
  }

  void changePhone(byte[] digest, String sealed) {
    phoneDigest = digest;
    phoneSealed = sealed;
    phoneReleasedAt = null;
  }

  void removePhone() {
    phoneDigest = null;
    phoneSealed = null;
  }

  /** Somebody else has the number now. */
  void releasePhone(Instant now) {
    removePhone();
    phoneReleasedAt = now;
  }

  void freeze(boolean frozen) {
    state = frozen ? MemberState.FROZEN : MemberState.ACTIVE;
  }

  /** Nothing that names the person is left, and nothing opens it any more. No user name may have a hyphen. */
  void close() {
    state = MemberState.CLOSED;
    username = "closed-" + id;
    email = username + "@closed.invalid";
    password = "";
    nickname = "";
    registeredFrom = "";
    removePhone();
    phoneReleasedAt = null;
  }

  long id() {
    return id;
  }

  String username() {
    return username;
  }

  String email() {
    return email;
  }

  Optional<String> phoneSealed() {
    return Optional.ofNullable(phoneSealed);
  }

  String passwordHash() {
    return password;
  }

  /** The nickname, or the user name of somebody who chose none. */
  String shownName() {
    return nickname.isEmpty() ? username : nickname;
  }

  String nickname() {
    return nickname;
  }

  String registeredFrom() {
    return registeredFrom;
  }

  String consentVersion() {
    return consentVersion;
  }

  Instant consentAt() {
    return consentAt;
  }

  Instant registeredAt() {
    return registeredAt;
  }

  MemberState state() {
    return state;
  }

  Optional<Instant> phoneReleasedAt() {
    return Optional.ofNullable(phoneReleasedAt);
  }

  Instant lastLoginAt() {
    return lastLoginAt;
  }
}
