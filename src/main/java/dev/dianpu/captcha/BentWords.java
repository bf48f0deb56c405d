package dev.dianpu.captcha;

import com.google.code.kaptcha.text.WordRenderer;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.awt.image.BufferedImage;
import java.util.random.RandomGenerator;
import java.util.concurrent.ThreadLocalRandom;

/** Writes a word with bent outlines. */
public class BentWords implements WordRenderer {

  @Override
  public BufferedImage renderWord(String word, int width, int height) {
    RandomGenerator random = ThreadLocalRandom.current();
    BufferedImage picture = new BufferedImage(width, height, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    canvas.setColor(Color.WHITE);
    canvas.fillRect(0, 0, width, height);
    canvas.setColor(Color.BLACK);
    Path2D path = new Path2D.Float();
    float step = (float) width / (word.length() + 0.6f);
    for (int i = 0; i < word.length(); i++) {
      Glyph glyph = Glyphs.STORED.of(word.charAt(i), random);
      append(path, glyph, step * (i + 0.8f), height / 2f, height * 0.65f, random.nextFloat() * 0.8f - 0.4f);
    }
    canvas.fill(path);
    canvas.dispose();
    return picture;
  }

  private static void append(Path2D path, Glyph glyph, float x, float y, float size, float angle) {
    float sin = (float) Math.sin(angle) * size;
    float cos = (float) Math.cos(angle) * size;
    float[] p = new float[6];
    int at = 0;
    for (int type : glyph.types()) {
      int n = Glyph.coordinates(type);
      for (int i = 0; i < n; i += 2) {
        float dx = glyph.points()[at++] - glyph.width() / 2;
        float dy = glyph.points()[at++] - 0.5f;
        p[i] = x + dx * cos - dy * sin;
        p[i + 1] = y + dx * sin + dy * cos;
      }
      switch (type) {
        case PathIterator.SEG_MOVETO -> path.moveTo(p[0], p[1]);
        case PathIterator.SEG_LINETO -> path.lineTo(p[0], p[1]);
        case PathIterator.SEG_QUADTO -> path.quadTo(p[0], p[1], p[2], p[3]);
        case PathIterator.SEG_CUBICTO -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
        default -> path.closePath();
      }
    }
  }
}
