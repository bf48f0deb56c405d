package dev.dianpu.admin.sms;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.sms.supply.BalancePoint;
import dev.dianpu.sms.supply.Supply;
import dev.dianpu.spi.SmsBalanceSource.Unit;
import java.math.BigDecimal;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.junit.jupiter.api.Test;

/** The owner sees at a glance whether the line falls below the other one. */
class BalanceChartTest {

  private static final Instant FROM = Instant.parse("2026-11-01T00:00:00Z");
  private static final Instant UNTIL = FROM.plus(Duration.ofDays(30));

  private static BalancePoint point(int day, String amount) {
    return new BalancePoint("one", FROM.plus(Duration.ofDays(day)), new BigDecimal(amount), Unit.MESSAGES);
  }

  private static BalanceChart chart(BalancePoint... points) {
    return new BalanceChart(new Supply("one", List.of(points)), FROM, UNTIL);
  }

  @Test
  void theLineGoesFromLeftToRightAndTheLargestValueIsOnTop() {
    assertThat(chart(point(0, "2000"), point(15, "1000"), point(30, "500")).line())
        .isEqualTo("0.0,0.0 360.0,80.0 720.0,120.0 720,120.0");
  }

  @Test
  void whatWasToldLastHoldsUntilNow() {
    assertThat(chart(point(15, "1000")).line()).isEqualTo("360.0,0.0 720,0.0");
  }

  @Test
  void anAccountInDebtLiesOnTheGround() {
    assertThat(chart(point(0, "100"), point(15, "-50")).line()).endsWith("360.0,160.0 720,160.0");
    assertThat(chart(point(0, "0")).line()).isEqualTo("0.0,160.0 720,160.0");
  }

  @Test
  void theLimitIsAShareOfTheLastPurchase() {
    assertThat(chart(point(0, "1000"), point(10, "100"), point(11, "500")).limit(20)).isEqualTo("144.0");
  }

  @Test
  void theTableTellsTheLastValueOfEachDayOfTheShop() {
    BalancePoint evening = new BalancePoint("one", Instant.parse("2026-11-01T15:59:00Z"), new BigDecimal("1200.5"), Unit.MONEY);
    BalancePoint midnight = new BalancePoint("one", Instant.parse("2026-11-01T16:00:00Z"), new BigDecimal("7"), Unit.MONEY);

    assertThat(chart(point(0, "9"), evening, midnight).days(ZoneId.of("Asia/Shanghai")).toString())
        .isEqualTo("{2026-11-02=7, 2026-11-01=1,200.5}");
  }
}
