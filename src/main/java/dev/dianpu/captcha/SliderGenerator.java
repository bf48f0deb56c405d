package dev.dianpu.captcha;

import cloud.tianai.captcha.generator.impl.StandardSliderImageCaptchaGenerator;
import cloud.tianai.captcha.resource.common.model.dto.Resource;
import cloud.tianai.captcha.resource.common.model.dto.ResourceMap;
import cloud.tianai.captcha.resource.impl.DefaultImageCaptchaResourceManager;
import java.awt.image.BufferedImage;
import java.security.SecureRandom;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** tianai-captcha's generator with pictures from memory: it would read and decode three files for each puzzle. */
final class SliderGenerator extends StandardSliderImageCaptchaGenerator {

  private static final String DRAWN = "drawn";

  private final List<BufferedImage> scenes = SliderScenes.some(new SecureRandom());
  private final Map<String, BufferedImage> templates = Map.of(
      TEMPLATE_ACTIVE_IMAGE_NAME, SliderPiece.edge(), TEMPLATE_FIXED_IMAGE_NAME, SliderPiece.gap());

  SliderGenerator() {
    super(new DefaultImageCaptchaResourceManager());
    init();
  }

  @Override
  protected Resource requiredRandomGetResource(String type, String tag) {
    return new Resource(DRAWN, Integer.toString(randomInt(scenes.size())));
  }

  @Override
  protected ResourceMap requiredRandomGetTemplate(String type, String tag) {
    return new ResourceMap(DRAWN);
  }

  /** A copy, which the generator draws into. */
  @Override
  protected BufferedImage getResourceImage(Resource scene) {
    BufferedImage drawn = scenes.get(Integer.parseInt(scene.getData()));
    BufferedImage copy = new BufferedImage(drawn.getWidth(), drawn.getHeight(), drawn.getType());
    drawn.copyData(copy.getRaster());
    return copy;
  }

  @Override
  protected BufferedImage getTemplateImage(ResourceMap none, String name) {
    return templates.get(name);
  }

  @Override
  protected Optional<BufferedImage> getTemplateImageOfOptional(ResourceMap none, String name) {
    return Optional.ofNullable(templates.get(name));
  }
}
