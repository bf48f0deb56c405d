package dev.dianpu.captcha;

import java.awt.Shape;
import java.awt.geom.Path2D;
import java.awt.geom.PathIterator;
import java.util.random.RandomGenerator;

/** A path whose points are all moved along the same two waves; where its parts overlap, inside becomes outside. */
final class BentPath {

  private static final float TURN = (float) (2 * Math.PI);
  private static final int BAND_PIECES = 12;
  private static final int PATCH_CORNERS = 24;

  private final Path2D path = new Path2D.Float(Path2D.WIND_EVEN_ODD, 512);
  private final float width;
  private final float height;
  private final RandomGenerator random;
  private final float swing;
  private final float[] waves = new float[4];

  BentPath(float width, float height, RandomGenerator random) {
    this.width = width;
    this.height = height;
    this.random = random;
    swing = height * (0.04f + 0.02f * random.nextFloat());
    waves[0] = TURN * (0.8f + 0.7f * random.nextFloat()) / height;
    waves[1] = TURN * random.nextFloat();
    waves[2] = TURN * (0.5f + 0.5f * random.nextFloat()) / height;
    waves[3] = TURN * random.nextFloat();
  }

  Shape shape() {
    return path;
  }

  /** Adds a letter around this point. */
  void letter(Glyph glyph, float x, float y, float size, float angle, float slant) {
    float sin = (float) Math.sin(angle) * size;
    float cos = (float) Math.cos(angle) * size;
    float[] segment = new float[6];
    int at = 0;
    for (int type : glyph.types()) {
      int coordinates = Glyph.coordinates(type);
      for (int i = 0; i < coordinates; i += 2) {
        float up = glyph.points()[at + 1] - 0.5f;
        float right = glyph.points()[at] - glyph.width() / 2 - slant * up;
        put(segment, i, x + right * cos - up * sin, y + right * sin + up * cos);
        at += 2;
      }
      append(type, segment);
    }
  }

  /** Adds a band from the left edge to the right one. */
  void band(float y, float thickness, float amplitude) {
    float wave = TURN * (0.5f + random.nextFloat()) / width;
    float phase = TURN * random.nextFloat();
    float slope = (random.nextFloat() - 0.5f) * height * 0.6f;
    for (int side = 0; side < 2; side++) {
      for (int i = 0; i <= BAND_PIECES; i++) {
        float share = (float) (side == 0 ? i : BAND_PIECES - i) / BAND_PIECES;
        float x = width * (1.04f * share - 0.02f);
        float middle = y + slope * (share - 0.5f) + amplitude * (float) Math.sin(wave * x + phase);
        float edge = side == 0 ? middle : middle + thickness;
        if (side == 0 && i == 0) {
          path.moveTo(x, edge);
        } else {
          path.lineTo(x, edge);
        }
      }
    }
    path.closePath();
  }

  /** Adds an uneven round patch. */
  void patch(float x, float y, float radiusX, float radiusY) {
    float phase = TURN * random.nextFloat();
    for (int i = 0; i < PATCH_CORNERS; i++) {
      float angle = TURN * i / PATCH_CORNERS;
      float reach = 1 + 0.12f * (float) Math.sin(3 * angle + phase);
      float px = x + radiusX * reach * (float) Math.cos(angle);
      float py = y + radiusY * reach * (float) Math.sin(angle);
      if (i == 0) {
        path.moveTo(px, py);
      } else {
        path.lineTo(px, py);
      }
    }
    path.closePath();
  }

  private void put(float[] segment, int i, float x, float y) {
    segment[i] = x + swing * (float) Math.sin(waves[0] * y + waves[1]);
    segment[i + 1] = y + swing * (float) Math.sin(waves[2] * x + waves[3]);
  }

  private void append(int type, float[] p) {
    switch (type) {
      case PathIterator.SEG_MOVETO -> path.moveTo(p[0], p[1]);
      case PathIterator.SEG_LINETO -> path.lineTo(p[0], p[1]);
      case PathIterator.SEG_QUADTO -> path.quadTo(p[0], p[1], p[2], p[3]);
      case PathIterator.SEG_CUBICTO -> path.curveTo(p[0], p[1], p[2], p[3], p[4], p[5]);
      default -> path.closePath();
    }
  }
}
