package dev.dianpu.captcha;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.spi.CaptchaKind.Asked;
import dev.dianpu.spi.CaptchaKind.Shown;
import jakarta.json.Json;
import jakarta.json.JsonObject;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.time.Instant;
import java.util.Base64;
import javax.imageio.ImageIO;
import org.junit.jupiter.api.Test;

/** Whoever pushes the piece into the gap passes, with or without a script. */
class SliderKindTest {

  private static final Asked ASKED =
      new Asked("register", "00112233445566778899aabbccddeeff", Instant.parse("2026-03-01T09:03:00Z"));

  private final SliderKind kind = new SliderKind();

  SliderKindTest() {
    kind.puzzle = new SliderPuzzle();
  }

  @Test
  void aFewPixelsToEitherSideAreNear() {
    assertThat(kind.solved(ASKED, "100", "100")).isTrue();
    assertThat(kind.solved(ASKED, "100", "96")).isTrue();
    assertThat(kind.solved(ASKED, "100", "104")).isTrue();
    assertThat(kind.solved(ASKED, "100", "95")).isFalse();
    assertThat(kind.solved(ASKED, "100", "105")).isFalse();
  }

  @Test
  void whatIsNoNumberOfPixelsIsAWrongAnswer() {
    for (String answer : new String[] {"", " ", "-100", "1e2", "100.0", "99999999999", "x", "１００"}) {
      assertThat(kind.solved(ASKED, "100", answer)).as(answer).isFalse();
    }
  }

  @Test
  void withoutAScriptThereIsAPictureWithAGapAboveTheHandlesWay() throws IOException {
    for (int i = 0; i < 50; i++) {
      Shown shown = kind.show(ASKED, false);
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(shown.body()));
      assertThat(shown.mediaType()).isEqualTo("image/jpeg");
      assertThat(picture.getWidth()).isEqualTo(SliderScenes.WIDTH);
      assertThat(picture.getHeight()).isEqualTo(SliderScenes.HEIGHT);
      assertThat(Integer.parseInt(shown.secret())).isBetween(SliderPiece.SIZE, SliderScenes.WIDTH - SliderPiece.SIZE);
      assertThat(shown.body().length).isLessThan(40_000);
    }
  }

  @Test
  void aScriptGetsThePictureAndThePieceButNotThePlace() throws IOException {
    Shown shown = kind.show(ASKED, true);
    JsonObject data = Json.createReader(new ByteArrayInputStream(shown.body())).readObject();
    assertThat(data.keySet()).containsExactlyInAnyOrder("width", "height", "picture", "piece");
    BufferedImage piece = image(data.getString("piece"));
    assertThat(piece.getWidth()).isEqualTo(SliderPiece.SIZE);
    assertThat(piece.getHeight()).isEqualTo(data.getInt("height"));
    long opaque = 0;
    for (int y = 0; y < piece.getHeight(); y++) {
      opaque += piece.getRGB(SliderPiece.SIZE / 2, y) >>> 24 > 200 ? 1 : 0;
    }
    assertThat(opaque).as("pixels of the piece's middle column").isBetween(25L, 50L);
  }

  /** The gap is darker than the same place was: the picture shows it where the secret says. */
  @Test
  void theGapIsWhereTheSecretSays() throws IOException {
    double inside = 0;
    double beside = 0;
    for (int i = 0; i < 100; i++) {
      SliderPuzzle.Cut cut = kind.puzzle.cut();
      BufferedImage picture = ImageIO.read(new ByteArrayInputStream(cut.picture()));
      BufferedImage piece = ImageIO.read(new ByteArrayInputStream(cut.piece()));
      for (int y = 0; y < piece.getHeight(); y++) {
        boolean body = piece.getRGB(SliderPiece.SIZE / 2, y) >>> 24 > 200;
        if (body) {
          inside += picture.getRGB(cut.x() + SliderPiece.SIZE / 2, y) >> 8 & 0xff;
          beside += piece.getRGB(SliderPiece.SIZE / 2, y) >> 8 & 0xff;
        }
      }
    }
    assertThat(inside).as("brightness in the gaps against the pieces'").isLessThan(0.75 * beside);
  }

  private static BufferedImage image(String dataAddress) throws IOException {
    byte[] bytes = Base64.getDecoder().decode(dataAddress.substring(dataAddress.indexOf(',') + 1));
    return ImageIO.read(new ByteArrayInputStream(bytes));
  }
}
