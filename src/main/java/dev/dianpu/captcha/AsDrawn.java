package dev.dianpu.captcha;

import com.google.code.kaptcha.BackgroundProducer;
import com.google.code.kaptcha.GimpyEngine;
import java.awt.image.BufferedImage;

/**
 * Leaves a picture as the word's renderer drew it: that one bends outlines, which is cheaper and clearer than bending
 * pixels.
 */
public class AsDrawn implements GimpyEngine, BackgroundProducer {

  @Override
  public BufferedImage getDistortedImage(BufferedImage picture) {
    return picture;
  }

  @Override
  public BufferedImage addBackground(BufferedImage picture) {
    return picture;
  }
}
