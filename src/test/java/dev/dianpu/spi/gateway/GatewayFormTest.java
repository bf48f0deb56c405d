package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import org.junit.jupiter.api.Test;

/** A failing test here is an SMS of question marks. */
class GatewayFormTest {

  @Test
  void valuesArePercentEncodedInTheChosenSet() {
    GatewayForm gbk = GatewayForm.in(Charset.forName("GBK")).add("content", "中 &=").add("x", "");

    assertThat(new String(gbk.bytes(), StandardCharsets.US_ASCII)).isEqualTo("content=%D6%D0+%26%3D&x=");
    assertThat(gbk.type()).isEqualTo("application/x-www-form-urlencoded; charset=GBK");
    assertThat(new String(GatewayForm.in(StandardCharsets.UTF_8).add("c", "中😀").bytes(), StandardCharsets.US_ASCII))
        .isEqualTo("c=%E4%B8%AD%F0%9F%98%80");
  }

  /** A gateway that names UTF-8 and sends GBK, whose words would else be unreadable to the owner. */
  @Test
  void anAnswerThatIsNoTextInItsSetIsReadAsChinese() {
    byte[] chinese = "余额不足".getBytes(Charset.forName("GBK"));

    assertThat(Replies.text(chinese, StandardCharsets.UTF_8)).isEqualTo("余额不足");
    assertThat(Replies.text(chinese, Charset.forName("GBK"))).isEqualTo("余额不足");
    assertThat(Replies.text("余额😀".getBytes(StandardCharsets.UTF_8), StandardCharsets.UTF_8)).isEqualTo("余额😀");
    assertThat(Replies.text(new byte[] {(byte) 0xFF, 'a'}, StandardCharsets.UTF_8)).endsWith("a");
    assertThat(Replies.text(new byte[0], StandardCharsets.UTF_8)).isEmpty();
  }
}
