package dev.dianpu.captcha;

import java.awt.Font;
import java.awt.FontFormatException;
import java.awt.Shape;
import java.awt.font.FontRenderContext;
import java.awt.geom.PathIterator;
import java.awt.geom.Rectangle2D;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.ArrayList;
import java.util.List;

/**
 * Draws the outlines of the captcha's letters out of font files, so that the shop needs no font. Run once, by hand,
 * with the file to write and the fonts: {@code GlyphOutlines glyphs.txt DejaVuSans-Bold.ttf DejaVuSerif-Bold.ttf}.
 */
final class GlyphOutlines {

  /** Units of a capital's height: whole numbers, small enough to read and fine enough for a picture of 80 pixels. */
  private static final float HEIGHT = 1000;
  private static final String[] COMMANDS = {"M", "L", "Q", "C", "Z"};
  private static final int[] COORDINATES = {2, 2, 4, 6, 0};

  private GlyphOutlines() {}

  public static void main(String[] arguments) throws IOException, FontFormatException {
    List<String> lines = new ArrayList<>();
    lines.add("# Outlines of the captcha's letters: letter, width, path; a capital is 1000 high. See glyphs.NOTICE.");
    for (int i = 1; i < arguments.length; i++) {
      Font font = Font.createFont(Font.TRUETYPE_FONT, Path.of(arguments[i]).toFile()).deriveFont(HEIGHT);
      for (char letter : Alphabet.LETTERS.toCharArray()) {
        lines.add(line(font, letter));
      }
    }
    Files.write(Path.of(arguments[0]), lines);
  }

  private static String line(Font font, char letter) {
    FontRenderContext context = new FontRenderContext(null, true, true);
    Shape shape = font.createGlyphVector(context, String.valueOf(letter)).getOutline();
    Rectangle2D bounds = shape.getBounds2D();
    float scale = (float) (HEIGHT / bounds.getHeight());
    StringBuilder line = new StringBuilder().append(letter).append(' ').append(Math.round(bounds.getWidth() * scale));
    float[] points = new float[6];
    for (PathIterator path = shape.getPathIterator(null); !path.isDone(); path.next()) {
      int type = path.currentSegment(points);
      line.append(' ').append(COMMANDS[type]);
      for (int i = 0; i < COORDINATES[type]; i++) {
        double origin = i % 2 == 0 ? bounds.getX() : bounds.getY();
        line.append(' ').append(Math.round((points[i] - origin) * scale));
      }
    }
    return line.toString();
  }
}
