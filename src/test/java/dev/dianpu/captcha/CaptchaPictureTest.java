package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.stream.IntStream;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** The PNG is written by hand, so another reader has to agree that it is one. */
class CaptchaPictureTest {

  private final CaptchaPicture pictures = new CaptchaPicture();

  @ParameterizedTest
  @CsvSource({"100,30", "132,44", "133,45", "240,80"})
  void thePictureHasTheSizeThatWasAskedFor(int width, int height) throws IOException {
    BufferedImage picture = read(pictures.of("ACH3", width, height));
    assertThat(picture.getWidth()).isEqualTo(width);
    assertThat(picture.getHeight()).isEqualTo(height);
  }

  @Test
  void itShowsInkOnPaperWithShadesBetween() throws IOException {
    BufferedImage picture = read(pictures.of("WMAX", 132, 44));
    int[] greens = IntStream.range(0, 132 * 44).map(i -> picture.getRGB(i % 132, i / 132) >> 8 & 0xff).toArray();
    assertThat(IntStream.of(greens).filter(green -> green < 0x60).count()).isGreaterThan(132 * 44 / 10);
    assertThat(IntStream.of(greens).filter(green -> green > 0xe0).count()).isGreaterThan(132 * 44 / 10);
    assertThat(IntStream.of(greens).distinct().count()).isBetween(8L, 16L);
  }

  @Test
  void noTwoPicturesOfAWordAreTheSame() {
    assertThat(pictures.of("ACH3", 132, 44)).isNotEqualTo(pictures.of("ACH3", 132, 44));
  }

  private static BufferedImage read(byte[] png) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(png));
  }
}
