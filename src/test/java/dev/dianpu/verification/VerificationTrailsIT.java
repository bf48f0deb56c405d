package dev.dianpu.verification;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Purpose;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Which verification an SMS belongs to, and what the log tells of its way. */
class VerificationTrailsIT {

  private VerificationBeans room;

  @BeforeEach
  void open() {
    room = new VerificationBeans();
  }

  @AfterEach
  void close() {
    room.close();
  }

  private Issued ask(long reservation, String captcha) {
    return room.verifications.issue(new CodeRequest(1, VerificationBeans.PHONE, Purpose.REGISTER,
        VerificationBeans.POLICY, VerificationBeans.ADDRESS, reservation, captcha));
  }

  private Optional<VerificationTrail> behind(PhoneNumber phone, Instant sms) {
    return room.beans.get(VerificationTrails.class).behind(phone, sms);
  }

  private Instant later(int seconds) {
    room.clock.forward(Duration.ofSeconds(seconds));
    return room.clock.instant();
  }

  @Test
  void theWholeWayOfACodeIsTold() {
    Instant asked = room.clock.instant();
    Issued issued = ask(11, "register");
    Instant again = later(60);
    ask(12, CodeRequest.TICKET);
    Instant wrong = later(5);
    room.check(1, VerificationBeans.notThe(issued));
    Instant right = later(5);
    room.check(1, issued.code());
    Instant used = later(5);
    room.use(1, 7L);

    VerificationTrail trail = behind(VerificationBeans.PHONE, again.plusMillis(20)).orElseThrow();
    assertThat(trail.sends()).extracting(VerificationTrail.Send::at).containsExactly(asked, again);
    assertThat(trail.sends()).extracting(VerificationTrail.Send::reservationId).containsExactly(11L, 12L);
    assertThat(trail.steps()).isEqualTo(List.of(new VerificationTrail.Step(asked, "ASKED", "register"),
        new VerificationTrail.Step(again, "ASKED", "ticket"), new VerificationTrail.Step(wrong, "TRIED", ""),
        new VerificationTrail.Step(right, "TRIED", "")));
    assertThat(trail.provedAt()).contains(right);
    assertThat(trail.row().usedAt()).contains(used);
    assertThat(behind(VerificationBeans.PHONE, asked).orElseThrow().row().id()).as("the first SMS")
        .isEqualTo(issued.id());
  }

  @Test
  void anSmsThatCarriedNoCodeHasNone() {
    Instant asked = room.clock.instant();
    ask(11, "register");
    assertThat(behind(VerificationBeans.PHONE, asked.plusSeconds(30))).as("long after").isEmpty();
    assertThat(behind(VerificationBeans.PHONE, asked.minusSeconds(30))).as("before").isEmpty();
    assertThat(behind(new PhoneNumber("+8613900000000"), asked)).as("another phone").isEmpty();
  }
}
