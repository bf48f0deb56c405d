package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhonePolicy.Limit;
import java.time.Duration;
import java.util.Arrays;
import java.util.Random;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** If the window is wrong, people wait too long or a flooder sends twice the limit around the turn of the hour. */
class SendsTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = 1_800_000_000_000L;
  private static final byte[] NONE = new byte[0];

  private final Sends sends = Sends.of(NONE);

  @Test
  void aSendCountsForAnHourToTheMillisecond() {
    sends.add(START, 1, Span.HOUR);
    assertThat(sends.wait(START + HOUR - 1, HOUR, 1)).isEqualTo(1);
    assertThat(sends.wait(START + HOUR, HOUR, 1)).isZero();
  }

  @Test
  void theWaitEndsWhenEnoughSendsAreAnHourOld() {
    for (int i = 0; i < 5; i++) {
      sends.add(START + i * 1000, 1, Span.HOUR);
    }
    assertThat(sends.wait(START + 5000, HOUR, 6)).isZero();
    assertThat(sends.wait(START + 5000, HOUR, 5)).isEqualTo(HOUR - 5000);
    assertThat(sends.wait(START + 5000, HOUR, 3)).isEqualTo(HOUR - 3000);
    assertThat(sends.wait(START + 5000, HOUR, 0)).as("nothing is ever allowed").isEqualTo(HOUR);
  }

  @Test
  void theWindowRollsOverTheTurnOfTheHour() {
    long beforeTheTurn = START - START % HOUR + HOUR - 1;
    for (int i = 0; i < 10; i++) {
      sends.add(beforeTheTurn, 1, Span.HOUR);
    }
    assertThat(sends.wait(beforeTheTurn + 2, HOUR, 10)).isEqualTo(HOUR - 2);
  }

  @Test
  void whatIsGivenBackCountsNoMore() {
    sends.add(START, 1, Span.HOUR);
    sends.add(START, 1, Span.HOUR);
    sends.add(START + 5, 1, Span.HOUR);
    sends.remove(START, 1, START + 6, Span.HOUR);
    assertThat(sends.after(START - 1)).isEqualTo(2);
    sends.remove(START + 5, 1, START + 6, Span.HOUR);
    assertThat(sends.last()).isEqualTo(START);
  }

  /** Its entry is gone by then; the next one belongs to somebody else. */
  @Test
  void whatIsTooOldToCountGivesBackNothing() {
    sends.add(START, 1, Span.HOUR);
    sends.add(START + HOUR, 1, Span.HOUR);
    sends.remove(START, 1, START + HOUR, Span.HOUR);
    assertThat(sends.after(START)).isEqualTo(1);
  }

  @Test
  void aRangeRemembersItsLastSendForADay() {
    sends.add(START, 1, Span.DAY);
    sends.add(START + 1, 1, Span.DAY);
    sends.add(START + 3 * HOUR, 1, Span.DAY);
    sends.remove(START + 3 * HOUR, 1, START + 3 * HOUR, Span.DAY);
    assertThat(sends.last()).isEqualTo(START + 1);
    assertThat(sends.after(START + 2 * HOUR)).isZero();
    sends.add(START + 25 * HOUR + 1, 1, Span.DAY);
    assertThat(sends.bytes()).hasSize(12);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    sends.add(START, 1, Span.HOUR);
    sends.add(START, 1, Span.HOUR);
    sends.add(START + 7, 1, Span.HOUR);
    Sends again = Sends.of(sends.bytes());
    assertThat(again.after(START - 1)).isEqualTo(3);
    assertThat(again.last()).isEqualTo(START + 7);
    assertThat(Sends.of(Sends.of(NONE).bytes()).last()).isEqualTo(Long.MIN_VALUE);
  }

  /** A column holds 8,000 bytes; a busy shop must neither overflow it nor let one send too many pass. */
  @ParameterizedTest
  @EnumSource(Span.class)
  void manySendsNeedLittleRoomAndAreNeverForgottenTooEarly(Span span) {
    Random random = new Random(7);
    long[] times = new long[40_000];
    long now = START;
    for (int i = 0; i < times.length; i++) {
      now += random.nextInt((int) (span.millis() / 7200));
      // Nodes' clocks differ a little.
      times[i] = now - random.nextInt(50);
      sends.add(times[i], 3, span);
      assertThat(sends.bytes().length).isLessThanOrEqualTo(2 * span.exact() * 12 + 24).isLessThanOrEqualTo(8000);
    }
    long end = now;
    long live = Arrays.stream(times).filter(time -> time > end - span.millis()).count();
    long slack = Arrays.stream(times)
        .filter(time -> time > end - span.millis() - span.millis() / span.exact() - 50).count();
    assertThat(sends.after(now - span.millis())).isBetween(3 * live, 3 * slack);
  }

  @Test
  void moneyWaitsUntilTheWholePriceFits() {
    sends.add(START, 700, Span.HOUR);
    sends.add(START + 1000, 200, Span.HOUR);
    assertThat(sends.wait(START + 2000, HOUR, 1000, 100)).isZero();
    assertThat(sends.wait(START + 2000, HOUR, 1000, 101)).isEqualTo(HOUR - 2000);
    assertThat(sends.wait(START + 2000, HOUR, 1000, 900)).isEqualTo(HOUR - 1000);
    assertThat(sends.wait(START + 2000, HOUR, 1000, 1001)).as("more than there ever is").isEqualTo(HOUR);
    assertThat(sends.wait(START + 2000, HOUR, Limit.NONE, 1001)).as("no limit").isZero();
    sends.add(START + 2000, 0, Span.HOUR);
    assertThat(sends.bytes()).as("what is free is not noted").hasSize(24);
  }

  @Test
  void aSharedEntryGivesBackOneByOne() {
    for (int i = 0; i < 1000; i++) {
      sends.add(START + i, 1, Span.HOUR);
    }
    for (int i = 0; i < 1000; i++) {
      sends.remove(START + i, 1, START + 1000, Span.HOUR);
      assertThat(sends.after(START - 1)).isEqualTo(999 - i);
    }
    assertThat(sends.bytes()).isEmpty();
  }
}
