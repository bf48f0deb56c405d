package dev.dianpu.sms.supply;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.SmsBalanceSource.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.Test;

/** A warning that comes too late costs the shop its registrations; one that comes for nothing is soon not read. */
class SupplyTest {

  private static final Instant START = Instant.parse("2026-11-01T00:00:00Z");

  /** One balance every twelve hours. */
  private static Supply supply(int... amounts) {
    List<BalancePoint> points = new ArrayList<>();
    for (int amount : amounts) {
      Instant at = START.plus(Duration.ofHours(12L * points.size()));
      points.add(new BalancePoint("one", at, BigDecimal.valueOf(amount), Unit.MESSAGES));
    }
    return new Supply("one", points);
  }

  @Test
  void theShareIsThatOfTheLastPurchase() {
    assertThat(supply(1000, 500, 200).percent()).isEqualTo(20);
    assertThat(supply(1000, 500, 199).percent()).isEqualTo(19);
    assertThat(supply(1000, 100, 2000, 1000).percent()).isEqualTo(50);
    assertThat(supply(5000, 100, 886, 443).percent()).as("a small purchase").isEqualTo(50);
  }

  @Test
  void aRefundIsNoPurchase() {
    assertThat(supply(1000, 100, 103, 102).percent()).isEqualTo(10);
  }

  @Test
  void anEmptyAccountHasNothingLeft() {
    assertThat(supply(0).percent()).isZero();
    assertThat(supply(100, -5).percent()).isZero();
    assertThat(supply(100, -5, -5).daysLeft()).contains(0L);
  }

  @Test
  void itLastsAsLongAsAtTheRateOfTheLastSevenDays() {
    assertThat(supply(1000, 950, 900).daysLeft()).contains(9L);
    assertThat(supply(100, 50, 1000, 950).daysLeft()).as("a purchase is no use").contains(14L);
  }

  @Test
  void whatHappenedEarlierThanAWeekAgoDoesNotCount() {
    int[] amounts = new int[20];
    java.util.Arrays.fill(amounts, 700);
    amounts[0] = 9_000;
    amounts[19] = 693;
    assertThat(supply(amounts).daysLeft()).contains(693L);
  }

  @Test
  void whereLessThanADayIsKnownOrNothingIsUsedNobodyGuesses() {
    assertThat(supply(1000, 1).daysLeft()).isEmpty();
    assertThat(supply(1000, 1000, 1000, 1200).daysLeft()).isEmpty();
  }
}
