package dev.dianpu.catalog.admin;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;

class CombinationsTest {

  @Test
  void everyValueMeetsEveryOther() {
    assertThat(Combinations.of("白,黑 / S、M")).containsExactly("白 / S", "白 / M", "黑 / S", "黑 / M");
    assertThat(Combinations.of("白，黑")).containsExactly("白", "黑");
  }

  @Test
  void blanksAndRepetitionsMakeNoVariants() {
    assertThat(Combinations.of("白,,白 / ")).containsExactly("白");
    assertThat(Combinations.of(" / ,")).isEmpty();
    assertThat(Combinations.of("")).isEmpty();
  }

  @Test
  void theSameOptionsAreSpelledAlike() {
    assertThat(Combinations.plain("白/大")).isEqualTo(Combinations.plain(" 白 ／ 大 ")).isEqualTo("白 / 大");
    assertThat(Combinations.count("颜色 / 尺码")).isEqualTo(2);
    assertThat(Combinations.count("")).isZero();
  }
}
