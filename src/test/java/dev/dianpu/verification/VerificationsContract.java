package dev.dianpu.verification;

import static dev.dianpu.verification.VerificationBeans.ADDRESS;
import static dev.dianpu.verification.VerificationBeans.PHONE;
import static dev.dianpu.verification.VerificationBeans.POLICY;
import static dev.dianpu.verification.VerificationBeans.notThe;
import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatCode;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import jakarta.transaction.TransactionalException;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Codes on a real database. Every test has sessions of its own, and begins on another day. */
abstract class VerificationsContract {

  static VerificationBeans room;
  private static long lastSession;

  private long session;

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void anotherDay() {
    room.clock.forward(Duration.ofDays(2));
    session = ++lastSession;
  }

  private static void after(long seconds) {
    room.clock.forward(Duration.ofSeconds(seconds));
  }

  @Test
  void theEntityFitsItsTable() {
    assertThatCode(room.beans.transactions()::requireFittingSchema).doesNotThrowAnyException();
  }

  @Test
  void theRightCodeProvesThePhoneAndTheProofIsUsedOnce() {
    Issued issued = room.issue(session);
    assertThat(issued.code()).matches("[0-9]{6}");
    assertThat(issued.minutesLeft()).isEqualTo(5);

    assertThat(room.check(session, issued.code())).isEqualTo(new Check.Right());
    assertThat(room.verifications.hasProof(session, PHONE, Purpose.REGISTER)).isTrue();
    assertThat(room.use(session, 7L)).isTrue();
    assertThat(room.use(session, 8L)).isFalse();
    assertThat(room.verifications.hasProof(session, PHONE, Purpose.REGISTER)).isFalse();
    assertThat(room.read("select concat(state, ' ', member_id) from verification where id = " + issued.id()))
        .isEqualTo("USED 7");
  }

  @Test
  void whatIsTypedMayHaveSpacesAndFullWidthDigits() {
    String code = room.issue(session).code();
    String typed = code.chars().mapToObj(digit -> String.valueOf((char) (digit - '0' + '０')))
        .collect(Collectors.joining(" "));
    assertThat(room.check(session, typed)).isEqualTo(new Check.Right());
  }

  @Test
  void aCodeProvesNothingForAnotherPurposeOrPhone() {
    Issued issued = room.issue(session);
    PhoneNumber other = new PhoneNumber("+8613900139000");
    assertThat(room.verifications.check(session, PHONE, Purpose.LOGIN, issued.code(), ADDRESS)).isEqualTo(new Check.None());
    assertThat(room.verifications.check(session, other, Purpose.REGISTER, issued.code(), ADDRESS)).isEqualTo(new Check.None());

    room.check(session, issued.code());
    assertThat(room.verifications.hasProof(session, PHONE, Purpose.LOGIN)).isFalse();
    assertThat(room.verifications.hasProof(session, other, Purpose.REGISTER)).isFalse();
  }

  /** Otherwise anybody could lock anybody out by typing nonsense for his number. */
  @Test
  void aStrangerCannotBurnTriesOrLearnAnything() {
    Issued issued = room.issue(session);
    long stranger = ++lastSession;
    for (int i = 0; i < 30; i++) {
      assertThat(room.check(stranger, issued.code())).isEqualTo(new Check.None());
    }
    assertThat(room.read("select tries from verification where id = " + issued.id())).isEqualTo("0");
    assertThat(room.check(session, issued.code())).isEqualTo(new Check.Right());
  }

  /** From however many addresses and sessions: a phone's codes are compared fifteen times a day. */
  @Test
  void aPhoneHasFifteenTriesADayAndNoCodeIsWorthItsPriceAfterThat() {
    for (int i = 0; i < 3; i++) {
      assertThat(room.verifications.triesUsedUp(PHONE)).isEmpty();
      long asking = ++lastSession;
      Issued theirs = room.verifications.issue(asking, PHONE, Purpose.REGISTER, POLICY, "198.51.100." + i, 1);
      for (int n = 0; n < 5; n++) {
        room.check(asking, notThe(theirs));
      }
    }
    assertThat(room.verifications.triesUsedUp(PHONE)).hasValueSatisfying(wait ->
        assertThat(wait).isPositive().isLessThanOrEqualTo(Duration.ofDays(1)));
    Issued late = room.issue(session);
    assertThat(room.check(session, late.code())).isEqualTo(new Check.Exhausted(true));
    assertThat(room.check(session, late.code())).as("said again").isEqualTo(new Check.Exhausted(true));

    after(24 * 3600 + 1);
    assertThat(room.verifications.triesUsedUp(PHONE)).isEmpty();
    assertThat(room.check(session, room.issue(session).code())).isEqualTo(new Check.Right());
  }

  /** Somebody who guesses must not do so all day; whose code it is loses nothing by it. */
  @Test
  void anAddressTypesThirtyWrongCodesAnHourAndRightOnesAreNotCounted() {
    String busy = "198.51.100.9";
    for (int phone = 0; phone < 6; phone++) {
      guess(new PhoneNumber("+861390013900" + phone), 5, busy);
    }
    Issued issued = room.issue(session);
    assertThat(room.check(session, issued.code(), busy)).isEqualTo(new Check.Paused(Duration.ofHours(1)));
    assertThat(room.read("select tries from verification where id = " + issued.id())).isEqualTo("0");
    assertThat(room.check(session, issued.code(), "198.51.100.10")).isEqualTo(new Check.Right());

    after(3600);
    for (int i = 0; i < 40; i++) {
      long honest = ++lastSession;
      room.clock.forward(Duration.ofSeconds(1));
      PhoneNumber phone = new PhoneNumber("+8613700%06d".formatted(i));
      Issued code = room.verifications.issue(honest, phone, Purpose.REGISTER, POLICY, busy, 1);
      assertThat(room.verifications.check(honest, phone, Purpose.REGISTER, code.code(), busy))
          .as("number %s behind one address", i).isEqualTo(new Check.Right());
    }
  }

  private void guess(PhoneNumber phone, int times, String from) {
    long guesser = ++lastSession;
    Issued theirs = room.verifications.issue(guesser, phone, Purpose.REGISTER, POLICY, from, 1);
    for (int i = 0; i < times; i++) {
      room.verifications.check(guesser, phone, Purpose.REGISTER, notThe(theirs), from);
    }
  }

  @Test
  void theFifthWrongTryEndsTheCode() {
    Issued issued = room.issue(session);
    for (int left = 4; left > 0; left--) {
      assertThat(room.check(session, notThe(issued))).isEqualTo(new Check.Wrong(left));
    }
    assertThat(room.check(session, notThe(issued))).isEqualTo(new Check.Exhausted(false));
    assertThat(room.check(session, issued.code())).isEqualTo(new Check.Exhausted(false));
    assertThat(room.read("select concat(state, ' ', ifnull(code_sealed, 'erased')) from verification where id = "
        + issued.id())).isEqualTo("EXHAUSTED erased");
  }

  @Test
  void theFifthTryMayBeTheRightOne() {
    Issued issued = room.issue(session);
    for (int i = 0; i < 4; i++) {
      room.check(session, notThe(issued));
    }
    assertThat(room.check(session, issued.code())).isEqualTo(new Check.Right());
  }

  @Test
  void aResendKeepsCodeTriesAndEnd() {
    Issued first = room.issue(session);
    room.check(session, notThe(first));
    after(61);
    Issued second = room.issue(session);
    assertThat(second.code()).isEqualTo(first.code());
    assertThat(second.id()).isEqualTo(first.id());
    assertThat(second.again()).isTrue();
    assertThat(second.minutesLeft()).as("differs from the first text, which gateways demand").isEqualTo(3);
    assertThat(room.check(session, notThe(first))).isEqualTo(new Check.Wrong(3));
    after(4 * 60);
    assertThat(room.check(session, first.code())).isEqualTo(new Check.None());
  }

  @Test
  void withLessThanTwoMinutesLeftAnotherCodeIsIssued() {
    Issued first = room.issue(session);
    after(180);
    assertThat(room.issue(session).id()).isEqualTo(first.id());
    after(1);
    Issued second = room.issue(session);
    assertThat(second.id()).isNotEqualTo(first.id());
    assertThat(second.minutesLeft()).isEqualTo(5);
    assertThat(second.again()).isFalse();
    assertThat(room.read("select state from verification where id = " + first.id())).isEqualTo("EXPIRED");
    assertThat(room.check(session, second.code())).isEqualTo(new Check.Right());
  }

  /** 15 per phone and day, whatever is resent and however many sessions the same person opens. */
  @Test
  void aDayHasFifteenTriesAcrossCodesAndSessions() {
    int compared = 0;
    for (int code = 0; code < 6; code++) {
      long next = ++lastSession;
      Issued issued = room.issue(next);
      for (int n = 0; n < 4; n++) {
        compared += room.check(next, notThe(issued)) instanceof Check.Wrong ? 1 : 0;
      }
    }
    assertThat(compared).as("the fifteenth is answered with the news that it was the last").isEqualTo(14);
    assertThat(room.check(session, room.issue(session).code())).isEqualTo(new Check.Exhausted(true));

    room.clock.forward(Duration.ofDays(1));
    long tomorrow = ++lastSession;
    assertThat(room.check(tomorrow, room.issue(tomorrow).code())).isEqualTo(new Check.Right());
  }

  @Test
  void aProofLastsTenMinutes() {
    room.check(session, room.issue(session).code());
    after(599);
    assertThat(room.verifications.hasProof(session, PHONE, Purpose.REGISTER)).isTrue();
    after(1);
    assertThat(room.verifications.hasProof(session, PHONE, Purpose.REGISTER)).isFalse();
    assertThat(room.use(session, 7L)).isFalse();
  }

  /** A taken user name rolls the registration back; the person must not need another SMS. */
  @Test
  void aProofUsedInATransactionThatFailsIsStillThere() {
    room.check(session, room.issue(session).code());
    assertThatThrownBy(() -> room.beans.transactions().inOne(() -> {
      assertThat(room.verifications.useProof(session, PHONE, Purpose.REGISTER, 7L)).isTrue();
      throw new IllegalStateException("user name taken");
    })).hasMessage("user name taken");
    assertThat(room.use(session, 7L)).isTrue();
  }

  @Test
  void aProofIsOnlyUsedInATransaction() {
    assertThatThrownBy(() -> room.verifications.useProof(session, PHONE, Purpose.REGISTER, 7L))
        .isInstanceOf(TransactionalException.class);
  }

  @Test
  void aTryStaysCountedWhenTheCallerIsRolledBack() {
    Issued issued = room.issue(session);
    assertThatThrownBy(() -> room.beans.transactions().inOne(() -> {
      room.check(session, notThe(issued));
      throw new IllegalStateException("rolled back");
    })).hasMessage("rolled back");
    assertThat(room.check(session, notThe(issued))).isEqualTo(new Check.Wrong(3));
  }

  @Test
  void aProofNamesTheBudgetsOfAllSends() {
    Issued first = room.verifications.issue(session, PHONE, Purpose.REGISTER, POLICY, ADDRESS, 101);
    room.verifications.outcome(first.id(), "UNKNOWN", "chanyoo");
    after(60);
    room.verifications.issue(session, PHONE, Purpose.REGISTER, POLICY, ADDRESS, 102);
    room.check(session, first.code());
    assertThat(room.verifications.proof(session, PHONE, Purpose.REGISTER).orElseThrow())
        .isEqualTo(new Proof(first.id(), List.of(102L, 101L)));
  }

  @Test
  void aResendPrefersAnotherChannelUnlessTheFirstWasRefused() {
    Issued first = room.issue(session);
    assertThat(first.preferOtherChannel()).isFalse();
    List<Boolean> preferred = new ArrayList<>();
    for (String outcome : List.of("ACCEPTED", "UNKNOWN", "REJECTED")) {
      room.verifications.outcome(first.id(), outcome, "chanyoo");
      Issued again = room.issue(session);
      assertThat(again.lastChannel()).isEqualTo("chanyoo");
      preferred.add(again.preferOtherChannel());
    }
    assertThat(preferred).containsExactly(true, true, false);
  }

  @Test
  void anUnknownNameOfAnOutcomeIsRefused() {
    assertThatThrownBy(() -> room.verifications.outcome(1, "SENT", "chanyoo"))
        .isInstanceOf(IllegalArgumentException.class);
  }

  /** A killed server leaves SENDING behind; the log must say UNKNOWN, and the code still works. */
  @Test
  void aSendWithoutAnAnswerBecomesUnknown() {
    Issued issued = room.issue(session);
    after(60);
    room.beans.get(ExpireVerifications.class).run();
    assertThat(room.read("select outcome from verification where id = " + issued.id())).isEqualTo("SENDING");
    after(1);
    room.beans.get(ExpireVerifications.class).run();
    assertThat(room.read("select outcome from verification where id = " + issued.id())).isEqualTo("UNKNOWN");
    assertThat(room.check(session, issued.code())).isEqualTo(new Check.Right());
  }

  @Test
  void codesAndProofsPastTheirEndExpireAndTheSealedCopyIsErased() {
    Issued issued = room.issue(session);
    long other = ++lastSession;
    Issued proved = room.issue(other);
    room.check(other, proved.code());
    after(600);
    room.beans.get(ExpireVerifications.class).run();
    for (Issued one : List.of(issued, proved)) {
      assertThat(room.read("select concat(state, ' ', ifnull(code_sealed, 'erased')) from verification where id = "
          + one.id())).isEqualTo("EXPIRED erased");
    }
    assertThat(room.read("select count(*) from verification_tries where ends_at <= '2026-11-01'")).isEqualTo("0");
  }

  @Test
  void neitherPhoneNorCodeCanBeReadFromTheDatabase() {
    Issued issued = room.issue(session);
    String row = room.read("select concat_ws('|', public_id, hex(slot), hex(phone_digest), phone_sealed,"
        + " hex(code_digest), code_sealed, address, channel) from verification where id = " + issued.id());
    assertThat(row).doesNotContain(PHONE.national()).doesNotContain("|" + issued.code() + "|");
    assertThat(issued.toString()).doesNotContain(issued.code());
  }

  @Test
  void codesHaveTheWantedLengthAndAllDigitsOccurInFront() {
    Codes codes = new Codes();
    Set<String> made = Stream.generate(() -> codes.make(4)).limit(2000).collect(Collectors.toSet());
    assertThat(made).allMatch(code -> code.matches("[0-9]{4}"));
    assertThat(made.stream().map(code -> code.charAt(0)).distinct()).hasSize(10);
    assertThat(codes.make(8)).hasSize(8);
  }
}
