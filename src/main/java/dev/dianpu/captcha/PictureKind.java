package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.UTF_8;

import dev.dianpu.spi.CaptchaKind;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.MessageDigest;

/** A word in a picture, to be typed. Needs no script; whoever does not see it needs another kind. */
@ApplicationScoped
class PictureKind implements CaptchaKind {

  static final String ID = "picture";

  /** Nobody types more; normalising a kilobyte would be a gift to a flooder. */
  private static final int LONGEST = 32;

  @Inject Settings settings;
  @Inject CaptchaPicture picture;

  @Override
  public String id() {
    return ID;
  }

  @Override
  public Shown show(Asked asked, boolean script) {
    String word = Alphabet.word();
    return new Shown(word, "image/png", picture.of(
        word, (int) settings.number(CaptchaSettings.WIDTH), (int) settings.number(CaptchaSettings.HEIGHT)));
  }

  @Override
  public boolean solved(Asked asked, String secret, String answer) {
    String plain = answer.length() > LONGEST ? "" : Alphabet.plain(answer);
    return MessageDigest.isEqual(plain.getBytes(UTF_8), secret.getBytes(UTF_8));
  }
}
