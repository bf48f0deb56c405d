package dev.dianpu.captcha;

import static java.nio.charset.StandardCharsets.US_ASCII;

import dev.dianpu.spi.CaptchaKind;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import java.util.Base64;

/**
 * A puzzle piece to be pushed to its gap; the answer is how many pixels it was pushed. Where it is judged by its place
 * alone, as here, a program that guesses hits once in twenty, and one that looks for edges more often: it slows
 * scripts down, and the limits stop them. How the mouse moved is not looked at: a script says what it likes of that,
 * and whoever uses the arrow keys moves no mouse.
 */
@ApplicationScoped
class SliderKind implements CaptchaKind {

  static final String ID = "slider";

  /** Pixels to either side. */
  static final int TOLERANCE = 4;

  @Inject SliderPuzzle puzzle;

  @Override
  public String id() {
    return ID;
  }

  /** Without a script the picture alone: the slider's handle is as wide as the piece and stands right below the gap. */
  @Override
  public Shown show(Asked asked, boolean script) {
    SliderPuzzle.Cut cut = puzzle.cut();
    String secret = Integer.toString(cut.x());
    return script
        ? new Shown(secret, "application/json", json(cut).getBytes(US_ASCII))
        : new Shown(secret, "image/jpeg", cut.picture());
  }

  @Override
  public boolean solved(Asked asked, String secret, String answer) {
    return answer.matches("[0-9]{1,4}") && Math.abs(Integer.parseInt(answer) - Integer.parseInt(secret)) <= TOLERANCE;
  }

  /** The gap's place from the left is not in it. */
  private static String json(SliderPuzzle.Cut cut) {
    return Json.createObjectBuilder().add("width", SliderScenes.WIDTH).add("height", SliderScenes.HEIGHT)
        .add("picture", data("image/jpeg", cut.picture())).add("piece", data("image/png", cut.piece()))
        .build().toString();
  }

  private static String data(String type, byte[] bytes) {
    return "data:" + type + ";base64," + Base64.getEncoder().encodeToString(bytes);
  }
}
