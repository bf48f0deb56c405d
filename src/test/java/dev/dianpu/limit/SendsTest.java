package dev.dianpu.limit;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Duration;
import java.util.Random;
import org.junit.jupiter.api.Test;

/** If the window is wrong, people wait too long or a flooder sends twice the limit around the turn of the hour. */
class SendsTest {

  private static final long HOUR = Duration.ofHours(1).toMillis();
  private static final long START = 1_800_000_000_000L;
  private static final byte[] NONE = new byte[0];

  private final Sends sends = Sends.of(NONE);

  @Test
  void aSendCountsForAnHourToTheMillisecond() {
    sends.add(START, Budget.ADDRESS);
    assertThat(sends.wait(START + HOUR - 1, HOUR, 1)).isEqualTo(1);
    assertThat(sends.wait(START + HOUR, HOUR, 1)).isZero();
  }

  @Test
  void theWaitEndsWhenEnoughSendsAreAnHourOld() {
    for (int i = 0; i < 5; i++) {
      sends.add(START + i * 1000, Budget.ADDRESS);
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
      sends.add(beforeTheTurn, Budget.ADDRESS);
    }
    assertThat(sends.wait(beforeTheTurn + 2, HOUR, 10)).isEqualTo(HOUR - 2);
  }

  @Test
  void whatIsGivenBackCountsNoMore() {
    sends.add(START, Budget.ADDRESS);
    sends.add(START, Budget.ADDRESS);
    sends.add(START + 5, Budget.ADDRESS);
    sends.remove(START, START + 6, Budget.ADDRESS);
    assertThat(sends.after(START - 1)).isEqualTo(2);
    sends.remove(START + 5, START + 6, Budget.ADDRESS);
    assertThat(sends.last()).isEqualTo(START);
  }

  /** Its entry is gone by then; the next one belongs to somebody else. */
  @Test
  void whatIsTooOldToCountGivesBackNothing() {
    sends.add(START, Budget.ADDRESS);
    sends.add(START + HOUR, Budget.ADDRESS);
    sends.remove(START, START + HOUR, Budget.ADDRESS);
    assertThat(sends.after(START)).isEqualTo(1);
  }

  @Test
  void aRangeRemembersItsLastSendForADay() {
    sends.add(START, Budget.RANGE);
    sends.add(START + 1, Budget.RANGE);
    sends.add(START + 3 * HOUR, Budget.RANGE);
    sends.remove(START + 3 * HOUR, START + 3 * HOUR, Budget.RANGE);
    assertThat(sends.last()).isEqualTo(START + 1);
    assertThat(sends.after(START + 2 * HOUR)).isZero();
    sends.add(START + 25 * HOUR + 1, Budget.RANGE);
    assertThat(sends.bytes()).hasSize(12);
  }

  @Test
  void whatIsWrittenIsReadAgain() {
    sends.add(START, Budget.SITE);
    sends.add(START, Budget.SITE);
    sends.add(START + 7, Budget.SITE);
    Sends again = Sends.of(sends.bytes());
    assertThat(again.after(START - 1)).isEqualTo(3);
    assertThat(again.last()).isEqualTo(START + 7);
    assertThat(Sends.of(Sends.of(NONE).bytes()).last()).isEqualTo(Long.MIN_VALUE);
  }

  /** The column holds 8,000 bytes; a busy shop must neither overflow it nor let one send too many pass. */
  @Test
  void manySendsNeedLittleRoomAndAreNeverForgottenTooEarly() {
    Random random = new Random(7);
    long[] times = new long[40_000];
    long now = START;
    for (int i = 0; i < times.length; i++) {
      now += random.nextInt(500);
      // Nodes' clocks differ a little.
      times[i] = now - random.nextInt(50);
      sends.add(times[i], Budget.SITE);
      assertThat(sends.bytes().length).isLessThanOrEqualTo(8000);
    }
    long end = now;
    long live = java.util.Arrays.stream(times).filter(time -> time > end - HOUR).count();
    int slack = (int) java.util.Arrays.stream(times)
        .filter(time -> time > end - HOUR - HOUR / Sends.EXACT - 50).count();
    assertThat(sends.after(now - HOUR)).isBetween((int) live, slack);
  }

  @Test
  void aSharedEntryGivesBackOneByOne() {
    for (int i = 0; i < 1000; i++) {
      sends.add(START + i, Budget.SITE);
    }
    for (int i = 0; i < 1000; i++) {
      sends.remove(START + i, START + 1000, Budget.SITE);
      assertThat(sends.after(START - 1)).isEqualTo(999 - i);
    }
    assertThat(sends.bytes()).isEmpty();
  }
}
