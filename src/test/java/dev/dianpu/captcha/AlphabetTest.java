package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.concurrent.ThreadLocalRandom;
import org.junit.jupiter.api.Test;

/** Who reads the picture rightly must pass, whatever keyboard it is typed on. */
class AlphabetTest {

  @Test
  void wordsAreOfLettersThatNobodyMistakesForEachOther() {
    for (int i = 0; i < 1000; i++) {
      assertThat(Alphabet.word()).matches("[ACEHKMNPRTUWXY2369]{4}");
    }
    assertThat(Alphabet.LETTERS).doesNotContainPattern("[0O1IL5S8B4F]");
  }

  @Test
  void everyLetterCanBeDrawn() {
    for (char letter : Alphabet.LETTERS.toCharArray()) {
      assertThat(Glyphs.STORED.of(letter, ThreadLocalRandom.current()).letter()).isEqualTo(letter);
    }
  }

  @Test
  void smallLettersFullWidthLettersAndSpacesAreAllTheSame() {
    assertThat(Alphabet.plain(" ac 3f ")).isEqualTo("AC3F");
    assertThat(Alphabet.plain("ａＣ３ｆ\u3000")).isEqualTo("AC3F");
  }
}
