package dev.dianpu.verification;

import static dev.dianpu.verification.VerificationBeans.ADDRESS;
import static dev.dianpu.verification.VerificationBeans.PHONE;
import static dev.dianpu.verification.VerificationBeans.notThe;
import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.Purpose;
import dev.dianpu.system.AtOnce;
import java.time.Duration;
import java.util.List;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.concurrent.atomic.AtomicLong;
import java.util.stream.LongStream;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Many requests at the same moment: the database, not the order of the code, decides who was first. */
abstract class VerificationRaceContract {

  private static final int CROWD = 200;

  static VerificationBeans room;
  private static final AtomicLong SESSIONS = new AtomicLong();
  private static final AtomicInteger COMPARISONS = new AtomicInteger();

  private long session;

  /** Counts how often a typed code is compared at all. */
  static final class CountingCodes extends Codes {
    @Override
    boolean matches(String publicId, Contact contact, String typed, byte[] digest) {
      COMPARISONS.incrementAndGet();
      return super.matches(publicId, contact, typed, digest);
    }
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @BeforeEach
  void anotherDay() {
    room.clock.forward(Duration.ofDays(2));
    session = SESSIONS.incrementAndGet();
    COMPARISONS.set(0);
  }

  @Test
  void twoHundredGuessesAtOnceAreComparedFiveTimes() {
    Issued issued = room.issue(session);
    List<Check> checks = AtOnce.run(CROWD, () -> room.check(session, notThe(issued)));

    assertThat(COMPARISONS).hasValue(5);
    assertThat(checks).noneMatch(check -> check instanceof Check.Right);
    assertThat(room.read("select concat(tries, ' ', state) from verification where id = " + issued.id()))
        .isEqualTo("5 EXHAUSTED");
  }

  @Test
  void twoHundredGuessesInManySessionsAreComparedFifteenTimesADay() {
    List<Issued> issued = LongStream.range(0, 10).mapToObj(i -> room.issue(1000 + session * 10 + i))
        .toList();
    AtomicInteger next = new AtomicInteger();
    AtOnce.run(CROWD, () -> {
      int one = next.getAndIncrement() % issued.size();
      return room.check(1000 + session * 10 + one, notThe(issued.get(one)));
    });
    assertThat(COMPARISONS).hasValue(15);
  }

  /** A million codes: with 15 compared a day somebody with a botnet needs a hundred years for an even chance. */
  @Test
  void tenThousandTriesFromAHundredAddressesAreComparedFifteenTimes() {
    List<Long> sessions = LongStream.range(0, 20).mapToObj(i -> 100_000 + session * 100 + i).toList();
    List<Issued> issued = sessions.stream().map(room::issue).toList();
    AtomicInteger next = new AtomicInteger();
    AtOnce.run(100, () -> {
      String address = "198.51.100." + next.getAndIncrement();
      for (int i = 0; i < 100; i++) {
        int one = (i + next.get()) % issued.size();
        room.check(sessions.get(one), notThe(issued.get(one)), address);
      }
      return true;
    });
    assertThat(COMPARISONS).hasValue(15);
  }

  @Test
  void theRightCodeTypedTwiceAtOnceLeavesOneProof() {
    String code = room.issue(session).code();
    List<Check> checks = AtOnce.run(5, () -> room.check(session, code));
    assertThat(checks).containsOnly(new Check.Right());
    assertThat(room.read("select count(*) from verification where state = 'PROVED' and session_id = " + session))
        .isEqualTo("1");
  }

  @Test
  void oneOfManyRegistrationsAtOnceUsesTheProof() {
    for (int round = 0; round < 10; round++) {
      long own = SESSIONS.addAndGet(1000);
      room.clock.forward(Duration.ofDays(2));
      room.check(own, room.issue(own).code());
      AtomicLong members = new AtomicLong();
      List<Boolean> used = AtOnce.run(8, () -> room.use(own, members.incrementAndGet()));
      assertThat(used).containsOnlyOnce(true);
    }
  }

  @Test
  void requestsForACodeAtOnceGetTheSameOne() {
    List<Issued> issued = AtOnce.run(8, () -> room.issue(session));
    assertThat(issued.stream().map(Issued::code).distinct()).hasSize(1);
    assertThat(issued.stream().map(Issued::id).distinct()).hasSize(1);
    assertThat(issued).filteredOn(one -> !one.again()).hasSize(1);
    assertThat(room.verifications.check(session, PHONE, Purpose.REGISTER, issued.get(0).code(), ADDRESS))
        .isEqualTo(new Check.Right());
    assertThat(room.verifications.proof(session, PHONE, Purpose.REGISTER).orElseThrow().reservations())
        .as("every send is given back, also those from " + ADDRESS).hasSize(8);
  }
}
