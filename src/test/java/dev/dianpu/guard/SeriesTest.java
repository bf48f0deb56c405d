package dev.dianpu.guard;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class SeriesTest {

  @Test
  void sumsHoldBothEndsAndNothingElse() {
    Series series = new Series();
    assertThat(series.sent(0, 100)).isZero();
    for (long bucket : new long[] {10, 10, 12, 20, 30, 31}) {
      series.add(bucket, new Count(1, 2, 1));
    }
    assertThat(series.sent(10, 10)).isEqualTo(4);
    assertThat(series.sent(11, 20)).isEqualTo(4);
    assertThat(series.verified(0, 1000)).isEqualTo(6);
    assertThat(series.sent(13, 19)).isZero();
    assertThat(series.sent(32, 99)).isZero();
  }
}
