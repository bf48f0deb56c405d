package dev.dianpu.catalog;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.dianpu.catalog.PictureRefused.Reason;
import java.awt.Color;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** What an owner uploads may come from anywhere. */
class PictureMakerTest {

  private final PictureMaker maker = new PictureMaker();

  private static byte[] file(String format, int width, int height) throws IOException {
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    for (int x = 0; x < width / 2; x++) {
      for (int y = 0; y < height; y++) {
        picture.setRGB(x, y, Color.RED.getRGB());
      }
    }
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(picture, format, out);
    return out.toByteArray();
  }

  private static BufferedImage read(byte[] jpeg) throws IOException {
    return ImageIO.read(new ByteArrayInputStream(jpeg));
  }

  private Reason refusal(byte[] file) {
    try {
      maker.make(file);
      return null;
    } catch (PictureRefused refused) {
      return refused.reason();
    }
  }

  @Test
  void aLargePictureIsMadeSmallerInBothSizesAndKeepsItsShape() throws Exception {
    PictureMaker.Rendition made = maker.make(file("png", 2400, 1200));
    assertThat(read(made.large())).extracting(BufferedImage::getWidth, BufferedImage::getHeight)
        .containsExactly(1200, 600);
    assertThat(read(made.small())).extracting(BufferedImage::getWidth, BufferedImage::getHeight)
        .containsExactly(480, 240);
    assertThat(made.digest()).matches("[0-9a-f]{32}");
  }

  @Test
  void aSmallPictureIsNotMadeLarger() throws Exception {
    assertThat(read(maker.make(file("png", 60, 40)).large()).getWidth()).isEqualTo(60);
  }

  /** A phone writes down where a picture was taken, and how it was held. */
  @Test
  void nothingOfTheFileIsKeptButThePictureTurnedAsItWasHeld() throws Exception {
    byte[] file = withExif(file("jpg", 200, 100));
    PictureMaker.Rendition made = maker.make(file);
    assertThat(new String(file, StandardCharsets.ISO_8859_1)).contains("SECRET PLACE");
    assertThat(new String(made.large(), StandardCharsets.ISO_8859_1)).doesNotContain("SECRET PLACE", "Exif");
    assertThat(read(made.large())).extracting(BufferedImage::getWidth, BufferedImage::getHeight)
        .containsExactly(100, 200);
    assertThat(new Color(read(made.large()).getRGB(50, 20)).getRed()).as("the left half is on top").isGreaterThan(200);
  }

  /** Puts a segment with orientation 6 (to be turned to the right) and a description behind the first marker. */
  private static byte[] withExif(byte[] jpeg) throws IOException {
    byte[] words = "SECRET PLACE\0".getBytes(StandardCharsets.ISO_8859_1);
    byte[] exif = {'E', 'x', 'i', 'f', 0, 0, 'M', 'M', 0, 42, 0, 0, 0, 8, 0, 2,
        1, 0x0E, 0, 2, 0, 0, 0, (byte) words.length, 0, 0, 0, 38,
        1, 0x12, 0, 3, 0, 0, 0, 1, 0, 6, 0, 0, 0, 0, 0, 0};
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    out.write(jpeg, 0, 2);
    int length = exif.length + words.length + 2;
    out.write(new byte[] {(byte) 0xFF, (byte) 0xE1, (byte) (length >> 8), (byte) length});
    out.write(exif);
    out.write(words);
    out.write(jpeg, 2, jpeg.length - 2);
    return out.toByteArray();
  }

  @Test
  void transparencyBecomesWhite() throws Exception {
    BufferedImage clear = new BufferedImage(20, 20, BufferedImage.TYPE_INT_ARGB);
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    ImageIO.write(clear, "png", out);
    assertThat(new Color(read(maker.make(out.toByteArray()).large()).getRGB(10, 10)).getGreen()).isGreaterThan(250);
  }

  @Test
  void whatIsNoPictureIsRefused() throws Exception {
    assertThat(refusal("<svg xmlns='http://www.w3.org/2000/svg'><script>alert(1)</script></svg>".getBytes(
        StandardCharsets.UTF_8))).isEqualTo(Reason.UNREADABLE);
    byte[] cut = java.util.Arrays.copyOf(file("png", 500, 500), 60);
    assertThat(refusal(cut)).isEqualTo(Reason.UNREADABLE);
    assertThat(refusal(new byte[0])).isEqualTo(Reason.UNREADABLE);
  }

  /** A file of 100 bytes that says it is 60,000 points wide and high would take 10 GB. */
  @Test
  void aPictureThatSaysItIsHugeIsNotDecoded() throws Exception {
    byte[] file = file("png", 10, 10);
    for (int at : new int[] {18, 22}) {
      file[at] = (byte) 0xEA;
      file[at + 1] = 0x60;
    }
    assertThat(refusal(file)).isEqualTo(Reason.TOO_MANY_POINTS);
    assertThat(refusal(new byte[PictureMaker.MOST_BYTES + 1])).isEqualTo(Reason.TOO_LARGE);
  }

  @Test
  void theSamePictureHasTheSameAddress() throws Exception {
    assertThat(maker.make(file("png", 90, 90)).digest()).isEqualTo(maker.make(file("png", 90, 90)).digest());
    assertThatThrownBy(() -> maker.make(new byte[] {1, 2, 3})).isInstanceOf(PictureRefused.class);
  }
}
