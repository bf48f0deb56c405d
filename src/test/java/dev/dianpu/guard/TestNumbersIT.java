package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import org.junit.jupiter.api.AfterAll;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;

/** A fixed code is a way around the proof by SMS: it must end by itself, and nobody may read it from the database. */
class TestNumbersIT {

  private static final PhoneNumber PHONE = new PhoneNumber("+8613800138000");

  private static GuardBeans room;

  @BeforeAll
  static void open() {
    room = new GuardBeans();
  }

  @AfterAll
  static void close() {
    room.close();
  }

  @Test
  void theCodeIsFixedUntilTheEndThenTheNumberGetsNoneAndOnceRemovedItIsLikeAnyOther() {
    TestNumbers numbers = room.beans.get(TestNumbers.class);
    Instant end = room.clock.instant().plus(Duration.ofDays(1));
    numbers.put(PHONE, "481516", end);

    assertThat(numbers.of(PHONE).flatMap(TestNumbers.Fixed::code)).contains("481516");
    assertThat(numbers.of(new PhoneNumber("+8613800138001"))).isEmpty();
    assertThat(room.read("select phone_sealed, code_sealed from guard_test_number"))
        .doesNotContain("13800138000", "481516");
    assertThat(room.logged.toString()).contains("admin.log.guard-test-added 138****8000").doesNotContain("481516");

    room.clock.forward(Duration.ofDays(1));
    assertThat(numbers.of(PHONE)).contains(new TestNumbers.Fixed(Optional.empty()));
    assertThat(numbers.all()).singleElement().matches(TestNumbers.Line::ended);

    numbers.put(PHONE, "2342", room.clock.instant().plus(Duration.ofDays(1)));
    assertThat(numbers.of(PHONE).flatMap(TestNumbers.Fixed::code)).contains("2342");
    assertThat(numbers.remove(numbers.all().get(0).id())).isTrue();
    assertThat(numbers.of(PHONE)).isEmpty();
    assertThat(numbers.remove(1)).isFalse();
  }
}
