package dev.dianpu.catalog;

import dev.dianpu.catalog.PictureRefused.Reason;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.Color;
import java.awt.Graphics2D;
import java.awt.image.BufferedImage;
import java.io.ByteArrayInputStream;
import java.io.ByteArrayOutputStream;
import java.io.IOException;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HexFormat;
import java.util.Iterator;
import java.util.Locale;
import java.util.Set;
import java.util.concurrent.Semaphore;
import javax.imageio.ImageIO;
import javax.imageio.ImageReader;
import javax.imageio.stream.ImageInputStream;
import net.coobird.thumbnailator.Thumbnails;

/**
 * Makes of an uploaded file the pictures that the shop keeps: decoded, turned as the camera was held, made smaller, and
 * drawn anew as JPEG on white. So nothing of the file itself is kept: no place, no camera, no script that hides in it.
 */
@ApplicationScoped
public class PictureMaker {

  /** Bytes of an uploaded file. */
  public static final int MOST_BYTES = 8 << 20;
  /** Points of an uploaded picture: a small file may say that it is huge, and would fill the memory. */
  public static final long MOST_POINTS = 30_000_000;

  private static final int LARGE = 1200;
  private static final int SMALL = 480;
  private static final double QUALITY = 0.85;
  private static final Set<String> KINDS = Set.of("jpeg", "png", "gif", "bmp");

  /** One at a time: a decoded picture takes up to 120 MB. */
  private final Semaphore decoding = new Semaphore(1);

  /** Makes both sizes. */
  Rendition make(byte[] file) throws PictureRefused {
    if (file.length > MOST_BYTES) {
      throw new PictureRefused(Reason.TOO_LARGE);
    }
    check(file);
    decoding.acquireUninterruptibly();
    try {
      BufferedImage turned = onWhite(Thumbnails.of(new ByteArrayInputStream(file)).useExifOrientation(true).scale(1)
          .asBufferedImage());
      BufferedImage large = smaller(turned, LARGE);
      byte[] bytes = jpeg(large);
      return new Rendition(digest(bytes), bytes, jpeg(smaller(large, SMALL)));
    } catch (IOException | RuntimeException e) {
      throw new PictureRefused(Reason.UNREADABLE);
    } finally {
      decoding.release();
    }
  }

  /** Looks at the head only: what it is, and how large it would become. */
  private static void check(byte[] file) throws PictureRefused {
    try (ImageInputStream in = ImageIO.createImageInputStream(new ByteArrayInputStream(file))) {
      Iterator<ImageReader> readers = ImageIO.getImageReaders(in);
      if (!readers.hasNext()) {
        throw new PictureRefused(Reason.UNREADABLE);
      }
      ImageReader reader = readers.next();
      try {
        reader.setInput(in);
        if (!KINDS.contains(reader.getFormatName().toLowerCase(Locale.ROOT))) {
          throw new PictureRefused(Reason.UNREADABLE);
        }
        if ((long) reader.getWidth(0) * reader.getHeight(0) > MOST_POINTS) {
          throw new PictureRefused(Reason.TOO_MANY_POINTS);
        }
      } finally {
        reader.dispose();
      }
    } catch (IOException | RuntimeException e) {
      throw new PictureRefused(Reason.UNREADABLE);
    }
  }

  private static BufferedImage onWhite(BufferedImage picture) {
    BufferedImage white = new BufferedImage(picture.getWidth(), picture.getHeight(), BufferedImage.TYPE_INT_RGB);
    Graphics2D pen = white.createGraphics();
    pen.drawImage(picture, 0, 0, Color.WHITE, null);
    pen.dispose();
    return white;
  }

  /** Within a square of so many points, never larger than it was. */
  private static BufferedImage smaller(BufferedImage picture, int most) throws IOException {
    return picture.getWidth() <= most && picture.getHeight() <= most ? picture
        : Thumbnails.of(picture).size(most, most).asBufferedImage();
  }

  private static byte[] jpeg(BufferedImage picture) throws IOException {
    ByteArrayOutputStream out = new ByteArrayOutputStream();
    Thumbnails.of(picture).scale(1).outputFormat("jpg").outputQuality(QUALITY).toOutputStream(out);
    return out.toByteArray();
  }

  private static String digest(byte[] bytes) {
    try {
      return HexFormat.of().formatHex(MessageDigest.getInstance("SHA-256").digest(bytes), 0, 16);
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }

  /**
   * What is kept of a picture.
   *
   * @param digest hexadecimal, of the large one
   * @param large JPEG, at most 1200 points wide and high
   * @param small JPEG, at most 480
   */
  public record Rendition(String digest, byte[] large, byte[] small) {}
}
