package dev.dianpu.spi.gateway;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import dev.dianpu.spi.SmsMessage;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

/** A failing test here is a phone or a code in the shop's database or log, put there by a gateway's answer. */
class RedactionTest {

  private static final String TEXT = "您的验证码是ab12，5分钟内有效";

  private final Redaction redaction = Redaction.of(
      new SmsMessage("a", new PhoneNumber("+8613800138000"), TEXT, "店铺", "register",
          Map.of("verify_code", "ab12", "minutes", "5")),
      "app-key", "", "app-secret");

  @Test
  void hidesPhoneTextVariablesAndSecrets() {
    assertThat(redaction.text("to 13800138000 or +8613800138000: " + TEXT + "; ab12; app-key/app-secret"))
        .isEqualTo("to **** or ****: ****; ****; ****/****");
  }

  @Test
  void hidesEveryNumberThatMayBeAPhoneInAnotherShape() {
    assertThat(redaction.text("code 403, phone 138-0013-8000, 139 0013 9000, 86-137.0013.7000, 008613600136000"))
        .isEqualTo("code 403, phone ****, ****, ****, ****");
    assertThat(redaction.text("a 12345678901 b 20261125143321")).isEqualTo("a **** b ****");
  }

  @Test
  void hidesACodeThatOnlyTheTextKnowsWhereverItComesBack() {
    Redaction plain = Redaction.of(new SmsMessage("a", new PhoneNumber("+8613800138000"), "验证码482913，5分钟", "店铺",
        "register", Map.of()));
    assertThat(plain.text("验证码482913 was 482913, id 7482913")).isEqualTo("验证码**** was ****, id 7****");
  }

  @Test
  void keepsAmountsDatesAndCodesOfTheGateway() {
    assertThat(Redaction.of("secret").text("0,12345.95 until 2026-11-25 14:33, error 160038, left 98765"))
        .isEqualTo("0,12345.95 until 2026-11-25 14:33, error 160038, left 98765");
  }

  @Test
  void hidesTheSignedTextThatTheGatewayRepeats() {
    assertThat(redaction.text("Invalid Signature, Server StringToSign:`GET#x#/sendsms?content=abc`"))
        .isEqualTo("Invalid Signature, Server StringToSign: ****");
  }

  @Test
  void givesOneLineOfABoundedLengthAndCutsNoCharacterInHalf() {
    assertThat(redaction.text("a\r\n\tb\u0000c")).isEqualTo("a b c");
    String cut = redaction.text("x".repeat(254) + "😀");
    assertThat(cut).hasSize(254);
    assertThat(redaction.text("x".repeat(253) + "😀")).endsWith("😀").hasSize(255);
  }

  @Test
  void anIdKeepsItsDigitsButNoPhone() {
    assertThat(redaction.id(" 8:12345678901234 ", 128)).isEqualTo("8:12345678901234");
    assertThat(redaction.id("sms-13800138000-1", 128)).isEqualTo("sms-****-1");
    assertThat(redaction.id("123456", 4)).isEqualTo("1234");
  }

  @Test
  void hidesEachOfManyPhones() {
    Redaction many = Redaction.of(new BulkSms("a",
        List.of(new PhoneNumber("+8613800138000"), new PhoneNumber("+8613900139000")), TEXT, "店铺", "register", Map.of(),
        Optional.empty()), "app-secret");

    assertThat(many.text("13900139000 app-secret " + TEXT)).isEqualTo("**** **** ****");
    assertThat(many.id("a13800138000b13900139000", 64)).isEqualTo("a****b****");
  }

  @Test
  void hidesSecretsWhereThereIsNoMessage() {
    assertThat(Redaction.of("app-secret").text("no app-secret, 13800138000")).isEqualTo("no ****, ****");
    assertThat(Redaction.of("app-secret").id("13800138000", 64)).isEqualTo("13800138000");
  }
}
