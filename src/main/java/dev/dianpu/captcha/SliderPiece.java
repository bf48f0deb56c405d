package dev.dianpu.captcha;

import java.awt.BasicStroke;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.RenderingHints;
import java.awt.Shape;
import java.awt.geom.Area;
import java.awt.geom.Ellipse2D;
import java.awt.geom.Rectangle2D;
import java.awt.image.BufferedImage;

/** The outline of the slider's piece, as the two templates that tianai-captcha asks for. */
final class SliderPiece {

  /** Width and height in pixels; the slider's handle is as wide. */
  static final int SIZE = 50;

  private static final int KNOB = 13;
  private static final int INSET = 2;

  private SliderPiece() {}

  /** Its edge, drawn over the cut piece. */
  static BufferedImage edge() {
    BufferedImage picture = empty();
    Graphics2D canvas = canvas(picture);
    canvas.setColor(Color.WHITE);
    canvas.setStroke(new BasicStroke(2));
    canvas.draw(outline());
    canvas.dispose();
    return picture;
  }

  /** What is drawn where the piece is missing; its shape is the piece's. */
  static BufferedImage gap() {
    BufferedImage picture = empty();
    Graphics2D canvas = canvas(picture);
    canvas.setColor(new Color(10, 20, 30, 150));
    canvas.fill(outline());
    canvas.setColor(new Color(255, 255, 255, 170));
    canvas.draw(outline());
    canvas.dispose();
    return picture;
  }

  /** A square with a knob at the top and one at the right, and a dent at the left. */
  private static Shape outline() {
    int side = SIZE - KNOB - 2 * INSET;
    int top = INSET + KNOB;
    Area area = new Area(new Rectangle2D.Float(INSET, top, side, side));
    area.add(circle(INSET + side / 2f, INSET + KNOB * 0.7f, KNOB * 0.7f));
    area.add(circle(INSET + side + KNOB * 0.3f, top + side / 2f, KNOB * 0.7f));
    area.subtract(circle(INSET - KNOB * 0.1f, top + side / 2f, KNOB * 0.6f));
    return area;
  }

  private static Area circle(float x, float y, float radius) {
    return new Area(new Ellipse2D.Float(x - radius, y - radius, 2 * radius, 2 * radius));
  }

  private static BufferedImage empty() {
    return new BufferedImage(SIZE, SIZE, BufferedImage.TYPE_INT_ARGB);
  }

  private static Graphics2D canvas(BufferedImage picture) {
    Graphics2D canvas = picture.createGraphics();
    canvas.setRenderingHint(RenderingHints.KEY_ANTIALIASING, RenderingHints.VALUE_ANTIALIAS_ON);
    return canvas;
  }
}
