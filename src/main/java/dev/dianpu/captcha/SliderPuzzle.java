package dev.dianpu.captcha;

import cloud.tianai.captcha.common.constant.CaptchaTypeConstant;
import cloud.tianai.captcha.generator.common.model.dto.GenerateParam;
import cloud.tianai.captcha.generator.common.model.dto.SliderImageCaptchaInfo;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Base64;

/** Cuts a piece out of a scene: tianai-captcha's generator, fed with pictures of our own. */
@ApplicationScoped
class SliderPuzzle {

  private final SliderGenerator generator = new SliderGenerator();

  /**
   * A picture with a gap, and what is missing there.
   *
   * @param x pixels from the picture's left edge to the piece's when it is in its place
   * @param picture JPEG
   * @param piece PNG, as high as the picture, with the piece at its height in it
   */
  record Cut(int x, byte[] picture, byte[] piece) {}

  Cut cut() {
    SliderImageCaptchaInfo info = (SliderImageCaptchaInfo) generator.generateCaptchaImage(
        GenerateParam.builder().type(CaptchaTypeConstant.SLIDER).backgroundFormatName("jpeg").templateFormatName("png")
            .obfuscate(true).build());
    return new Cut(info.getRandomX(), bytes(info.getBackgroundImage()), bytes(info.getTemplateImage()));
  }

  private static byte[] bytes(String dataAddress) {
    return Base64.getDecoder().decode(dataAddress.substring(dataAddress.indexOf(',') + 1));
  }
}
