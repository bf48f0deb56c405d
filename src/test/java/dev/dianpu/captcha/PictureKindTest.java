package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.CaptchaKind.Asked;
import java.time.Instant;
import org.junit.jupiter.api.Test;

/** What was read in the picture passes, however it is typed, and nothing else. */
class PictureKindTest {

  private static final Asked ASKED =
      new Asked("register", "00112233445566778899aabbccddeeff", Instant.parse("2026-03-01T09:03:00Z"));

  private final PictureKind kind = new PictureKind();

  @Test
  void theWordPassesAndAnotherDoesNot() {
    assertThat(kind.solved(ASKED, "AC3H", " ac3h")).isTrue();
    assertThat(kind.solved(ASKED, "AC3H", "AC3K")).isFalse();
    assertThat(kind.solved(ASKED, "AC3H", "AC3")).isFalse();
  }

  @Test
  void aLongAnswerIsNotLookedAt() {
    assertThat(kind.solved(ASKED, "AC3H", "AC3H" + " ".repeat(40))).isFalse();
  }
}
