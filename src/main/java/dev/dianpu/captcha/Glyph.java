package dev.dianpu.captcha;

import java.awt.geom.PathIterator;
import java.util.ArrayList;
import java.util.List;

/**
 * The outline of a letter, 1 high, as segments whose points can be moved one by one. Long straight lines are cut, so
 * that they bend when their points move.
 *
 * @param width where a capital is 1 high
 * @param types as in {@link PathIterator}
 * @param points x and y of all segments, one after the other
 */
record Glyph(char letter, float width, int[] types, float[] points) {

  private static final float UNIT = 1000;
  private static final float LONGEST_LINE = 0.2f;

  /** Reads {@code A 913 M 0 1000 L 20 900 … Z}. */
  static Glyph parse(String line) {
    String[] words = line.split(" ");
    List<Integer> types = new ArrayList<>();
    List<Float> points = new ArrayList<>();
    for (int i = 2; i < words.length; ) {
      int type = "MLQCZ".indexOf(words[i++]);
      int coordinates = coordinates(type);
      float[] segment = new float[coordinates];
      for (int k = 0; k < coordinates; k++) {
        segment[k] = Integer.parseInt(words[i++]) / UNIT;
      }
      if (type == PathIterator.SEG_LINETO) {
        cutLine(segment, types, points);
      } else {
        add(type, segment, types, points);
      }
    }
    float[] all = new float[points.size()];
    for (int i = 0; i < all.length; i++) {
      all[i] = points.get(i);
    }
    return new Glyph(words[0].charAt(0), Integer.parseInt(words[1]) / UNIT,
        types.stream().mapToInt(Integer::intValue).toArray(), all);
  }

  /** How many numbers a segment of this type has. */
  static int coordinates(int type) {
    return switch (type) {
      case PathIterator.SEG_MOVETO, PathIterator.SEG_LINETO -> 2;
      case PathIterator.SEG_QUADTO -> 4;
      case PathIterator.SEG_CUBICTO -> 6;
      default -> 0;
    };
  }

  private static void cutLine(float[] to, List<Integer> types, List<Float> points) {
    float fromX = points.get(points.size() - 2);
    float fromY = points.get(points.size() - 1);
    int pieces = (int) Math.ceil(Math.hypot(to[0] - fromX, to[1] - fromY) / LONGEST_LINE);
    for (int i = 1; i <= pieces; i++) {
      float share = (float) i / pieces;
      add(PathIterator.SEG_LINETO,
          new float[] {fromX + (to[0] - fromX) * share, fromY + (to[1] - fromY) * share}, types, points);
    }
  }

  private static void add(int type, float[] segment, List<Integer> types, List<Float> points) {
    types.add(type);
    for (float point : segment) {
      points.add(point);
    }
  }
}
