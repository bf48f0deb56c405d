package dev.dianpu.plugins.duanxintong;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class WrittenMinutesTest {

  @ParameterizedTest
  @CsvSource({"5分钟内有效, 5", "15 分鐘, 15", "５分钟, 5", "三分钟, 3", "两分钟, 2", "十分钟, 10", "十五分钟, 15", "二十分钟, 20",
      "二十五分钟, 25", "半小时, 30", "半个小时, 30", "一小时, 60", "一个半小时, 90", "2小时, 120", "一刻钟, 15", "30 minutes, 30",
      "1 hour, 60", "half an hour, 30"})
  void aLengthOfTimeIsUnderstoodHoweverItIsWritten(String text, long minutes) {
    assertThat(WrittenMinutes.in("您的验证码{$verify_code}，" + text + "，{$minutes}分钟")).singleElement()
        .extracting(WrittenMinutes::minutes).isEqualTo(minutes);
  }

  @Test
  void theVariableAndOtherNumbersAreNoLengthOfTime() {
    assertThat(WrittenMinutes.in("第一次注册：{$verify_code}，{$minutes}分钟内有效，热线 95188，一小步")).isEmpty();
  }
}
