package dev.dianpu.captcha;

import java.awt.Color;
import java.awt.GradientPaint;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Path2D;
import java.awt.geom.RoundRectangle2D;
import java.awt.image.BufferedImage;
import java.util.List;
import java.util.Random;
import java.util.stream.IntStream;

/** The pictures of sliders, drawn by rule for this project: hills under a sky, a sun, and a street of shops. */
final class SliderScenes {

  static final int WIDTH = 280;
  static final int HEIGHT = 150;
  /** How many there are. */
  static final int COUNT = 12;

  private static final int HILLS = 3;
  private static final int SPECKLES = 500;

  private final Graphics2D canvas;
  private final Random random;
  private final float hue;

  private SliderScenes(Graphics2D canvas, float hue, Random random) {
    this.canvas = canvas;
    this.hue = hue;
    this.random = random;
  }

  /** Some scenes, others at each start: whoever knows a scene without its gap finds the gap by subtraction. */
  static List<BufferedImage> some(Random random) {
    return IntStream.range(0, COUNT).mapToObj(number -> draw((float) number / COUNT, random)).toList();
  }

  private static BufferedImage draw(float hue, Random random) {
    BufferedImage picture = new BufferedImage(WIDTH, HEIGHT, BufferedImage.TYPE_INT_RGB);
    Graphics2D canvas = picture.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    SliderScenes scene = new SliderScenes(canvas, hue, random);
    scene.sky();
    for (int hill = 0; hill < HILLS; hill++) {
      scene.hill(HEIGHT * (0.35f + 0.15f * hill), colour(scene.hue + 0.3f + 0.05f * hill, 0.35f, 0.75f - 0.12f * hill));
    }
    scene.street();
    scene.speckles();
    canvas.dispose();
    return picture;
  }

  private void sky() {
    Color high = colour(hue + 0.55f, 0.5f, 0.85f);
    canvas.setPaint(new GradientPaint(0, 0, high, WIDTH, HEIGHT, colour(hue + 0.1f, 0.3f, 0.95f)));
    canvas.fillRect(0, 0, WIDTH, HEIGHT);
    canvas.setPaint(colour(hue + 0.08f, 0.45f, 1f));
    float size = 24 + random.nextInt(24);
    canvas.fill(new Ellipse2D.Float(random.nextInt(WIDTH - 50), 6 + random.nextInt(30), size, size));
  }

  private void hill(float top, Color colour) {
    Path2D hill = new Path2D.Float();
    float wave = 0.02f + 0.02f * random.nextFloat();
    float phase = 6 * random.nextFloat();
    hill.moveTo(0, HEIGHT);
    for (int x = 0; x <= WIDTH; x += 4) {
      hill.lineTo(x, top + 14 * Math.sin(wave * x + phase) + 6 * Math.sin(2.7 * wave * x + 2 * phase));
    }
    hill.lineTo(WIDTH, HEIGHT);
    canvas.setPaint(colour);
    canvas.fill(hill);
  }

  private void street() {
    for (int x = -10; x < WIDTH; ) {
      int width = 26 + random.nextInt(34);
      int height = 40 + random.nextInt(56);
      float own = hue + random.nextFloat();
      int top = HEIGHT - height;
      canvas.setPaint(new GradientPaint(x, top, colour(own, 0.45f, 0.9f), x, HEIGHT, colour(own + 0.05f, 0.6f, 0.6f)));
      canvas.fill(new RoundRectangle2D.Float(x, top, width, height + 8, 8, 8));
      canvas.setPaint(colour(own + 0.5f, 0.5f, 0.85f));
      canvas.fillRect(x, top + height / 2, width, 7);
      canvas.setPaint(colour(own + 0.12f, 0.2f, 1f));
      for (int window = x + 5; window < x + width - 9; window += 12) {
        canvas.fillRect(window, top + 8, 7, 9);
      }
      x += width - 2 + random.nextInt(12);
    }
  }

  /** Small marks everywhere, so that the gap's edge is not the only edge. */
  private void speckles() {
    for (int i = 0; i < SPECKLES; i++) {
      canvas.setPaint(colour(random.nextFloat(), 0.5f, 0.4f + 0.6f * random.nextFloat()));
      float size = 1 + 3 * random.nextFloat();
      canvas.fill(new Ellipse2D.Float(random.nextInt(WIDTH), random.nextInt(HEIGHT), size, size));
    }
  }

  private static Color colour(float hue, float saturation, float brightness) {
    return Color.getHSBColor(hue, saturation, brightness);
  }
}
