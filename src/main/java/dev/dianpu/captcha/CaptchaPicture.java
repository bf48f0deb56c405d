package dev.dianpu.captcha;

import com.google.code.kaptcha.impl.DefaultKaptcha;
import com.google.code.kaptcha.util.Config;
import jakarta.enterprise.context.ApplicationScoped;
import java.awt.image.BufferedImage;
import java.util.Map;
import java.util.Properties;
import java.util.concurrent.ConcurrentHashMap;
import java.util.concurrent.ThreadLocalRandom;
import java.util.random.RandomGenerator;

/** Draws a word as a picture: kaptcha's frame with our own way to write words. */
@ApplicationScoped
public class CaptchaPicture {

  /** Ink and paper; every pair has enough contrast for people. */
  private static final int[][] COLOURS = {
      {0x1d3557, 0xf1f5f9}, {0x5b2333, 0xf9f4f1}, {0x1f4d3a, 0xf2f8f3}, {0x4a2c6d, 0xf6f3fa}, {0x3b3b3b, 0xf4f4f2}};
  private static final int MOST_SIZES = 16;

  private final Map<Long, DefaultKaptcha> frames = new ConcurrentHashMap<>();

  /**
   * The picture as a PNG, another one each time.
   *
   * @param word of letters of the captcha's alphabet
   * @param width in pixels
   * @param height in pixels
   */
  public byte[] of(String word, int width, int height) {
    if (frames.size() > MOST_SIZES) {
      frames.clear();
    }
    DefaultKaptcha frame = frames.computeIfAbsent((long) width << 32 | height, size -> frame(width, height));
    return encoded(frame.createImage(word), ThreadLocalRandom.current());
  }

  /** The picture that these random numbers make. */
  static byte[] of(String word, int width, int height, RandomGenerator random) {
    return encoded(BentWords.draw(word, width, height, random), random);
  }

  private static byte[] encoded(BufferedImage picture, RandomGenerator random) {
    int[] colours = COLOURS[random.nextInt(COLOURS.length)];
    return IndexedPng.encode(picture, colours[0], colours[1]);
  }

  private static DefaultKaptcha frame(int width, int height) {
    Properties properties = new Properties();
    properties.setProperty("kaptcha.border", "no");
    properties.setProperty("kaptcha.image.width", Integer.toString(width));
    properties.setProperty("kaptcha.image.height", Integer.toString(height));
    properties.setProperty("kaptcha.word.impl", BentWords.class.getName());
    properties.setProperty("kaptcha.obscurificator.impl", AsDrawn.class.getName());
    properties.setProperty("kaptcha.background.impl", AsDrawn.class.getName());
    DefaultKaptcha kaptcha = new DefaultKaptcha();
    kaptcha.setConfig(new Config(properties));
    return kaptcha;
  }
}
