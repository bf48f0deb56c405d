package dev.dianpu.captcha;

import com.google.code.kaptcha.text.WordRenderer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.image.BufferedImage;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/**
 * Writes a word so that people read it and stock text recognition does not: letters of different faces are turned,
 * slanted, pushed into each other and bent along waves; a patch and bands turn dark to light and light to dark, so that
 * no threshold separates ink from paper. Everything is one path filled once, since filling costs the most.
 */
public class BentWords implements WordRenderer {

  @Override
  public BufferedImage renderWord(String word, int width, int height) {
    return draw(word, width, height, ThreadLocalRandom.current());
  }

  static BufferedImage draw(String word, int width, int height, RandomGenerator random) {
    BentPath path = new BentPath(width, height, random);
    letters(word, width, height, path, random);
    path.patch(width * between(random, 0.1f, 0.9f), height * between(random, 0.2f, 0.8f),
        width * between(random, 0.2f, 0.3f), height * between(random, 0.6f, 0.9f));
    path.band(height * between(random, 0.3f, 0.7f), height * between(random, 0.025f, 0.04f),
        height * between(random, 0.1f, 0.25f));
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.BLACK);
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.fill(path.shape());
    canvas.dispose();
    return picture;
  }

  private static void letters(String word, int width, int height, BentPath path, RandomGenerator random) {
    Glyph[] glyphs = new Glyph[word.length()];
    float sum = 0;
    for (int i = 0; i < glyphs.length; i++) {
      glyphs[i] = Glyphs.STORED.of(word.charAt(i), random);
      sum += glyphs[i].width();
    }
    float size = Math.min(height * 0.74f, width * 0.88f / sum);
    float gap = (width * 0.9f - sum * size) / glyphs.length;
    float closeness = Math.min(gap, size * 0.12f);
    float x = (width - sum * size - closeness * (glyphs.length - 1)) * between(random, 0.3f, 0.7f);
    for (Glyph glyph : glyphs) {
      float advance = glyph.width() * size;
      path.letter(glyph, x + advance / 2, height * between(random, 0.46f, 0.54f),
          size * between(random, 0.88f, 1f), between(random, -0.28f, 0.28f), between(random, -0.2f, 0.2f));
      x += advance + closeness;
    }
  }

  private static float between(RandomGenerator random, float low, float high) {
    return low + random.nextFloat() * (high - low);
  }
}
