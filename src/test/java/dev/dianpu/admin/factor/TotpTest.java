package dev.dianpu.admin.factor;

import static java.nio.charset.StandardCharsets.US_ASCII;
import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Codes as every authenticator app makes them: a wrong one shuts the owner out of the shop. */
class TotpTest {

  private static final byte[] SECRET = "12345678901234567890".getBytes(US_ASCII);
  private static final Instant NOW = Instant.parse("2026-11-25T09:00:10Z");

  /** The last six digits of the vectors in RFC 6238, appendix B, for SHA-1. */
  @ParameterizedTest
  @CsvSource({"59,287082", "1111111109,081804", "1111111111,050471", "1234567890,005924", "2000000000,279037",
      "20000000000,353130"})
  void aCodeIsThatOfTheStandard(long second, String code) {
    assertThat(Totp.code(SECRET, Instant.ofEpochSecond(second))).isEqualTo(code);
  }

  @Test
  void aCodeOfTheStepBeforeOrAfterPassesAndNoOther() {
    long step = NOW.getEpochSecond() / 30;
    for (int drift = -1; drift <= 1; drift++) {
      String code = Totp.code(SECRET, NOW.plusSeconds(30L * drift));
      assertThat(Totp.step(SECRET, code, NOW)).as("drift " + drift).hasValue(step + drift);
    }
    assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.minusSeconds(60)), NOW)).isEmpty();
    assertThat(Totp.step(SECRET, Totp.code(SECRET, NOW.plusSeconds(60)), NOW)).isEmpty();
    assertThat(Totp.step(SECRET, "", NOW)).isEmpty();
  }

  /** RFC 4648, section 10, without padding. */
  @ParameterizedTest
  @CsvSource({"f,MY", "fo,MZXQ", "foo,MZXW6", "foob,MZXW6YQ", "fooba,MZXW6YTB", "foobar,MZXW6YTBOI"})
  void aSecretIsWrittenInTheAlphabetThatAppsRead(String bytes, String letters) {
    assertThat(Totp.base32(bytes.getBytes(US_ASCII))).isEqualTo(letters);
  }

  @Test
  void theAddressInThePictureNamesShopAndAdmin() {
    assertThat(Totp.address(SECRET, "云杉 & Co", "boss"))
        .isEqualTo("otpauth://totp/%E4%BA%91%E6%9D%89%20%26%20Co:boss?secret=GEZDGNBVGY3TQOJQGEZDGNBVGY3TQOJQ"
            + "&issuer=%E4%BA%91%E6%9D%89%20%26%20Co&algorithm=SHA1&digits=6&period=30");
  }

  @Test
  void aBrowserIsNamedByItsFirstSignAndOnlyKnownOnesAre() {
    assertThat(Browsers.name("Mozilla/5.0 (Windows NT 10.0; Win64; x64) AppleWebKit/537.36 (KHTML, like Gecko)"
        + " Chrome/142.0.0.0 Safari/537.36 Edg/142.0.0.0")).isEqualTo("Edge · Windows");
    assertThat(Browsers.name("Mozilla/5.0 (iPhone; CPU iPhone OS 18_1 like Mac OS X) AppleWebKit/605.1.15 (KHTML, like"
        + " Gecko) Version/18.1 Mobile/15E148 Safari/604.1")).isEqualTo("Safari · iPhone");
    assertThat(Browsers.name("<script>")).isEqualTo("? · ?");
  }
}
