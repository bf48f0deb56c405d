package dev.dianpu.captcha;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.web.PageRenderer;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.time.Clock;
import java.time.Duration;
import java.util.HexFormat;
import java.util.Optional;

/**
 * {@code GET /captcha?form=…}: a new picture, and its answer sealed in a cookie. It stores nothing, so it can be asked
 * for as often as somebody likes.
 */
@WebServlet("/captcha")
public class CaptchaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Duration LIFE = Duration.ofMinutes(5);
  private static final int NONCE_BYTES = 16;

  @Inject transient SecretBox box;
  @Inject transient Clock clock;
  @Inject transient Settings settings;
  @Inject transient CaptchaGate gate;
  @Inject transient CaptchaPicture picture;
  @Inject transient PageRenderer renderer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Optional<CaptchaForm> form = CaptchaForm.of(request.getParameter("form"));
    if (form.isEmpty()) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    String word = Alphabet.word();
    SealedCaptcha captcha = new SealedCaptcha(
        HexFormat.of().formatHex(box.random(NONCE_BYTES)), clock.instant().plus(LIFE), word);
    byte[] png = picture.of(
        word, (int) settings.number(CaptchaSettings.WIDTH), (int) settings.number(CaptchaSettings.HEIGHT));
    gate.hand(captcha, form.get(), LIFE, Visit.of(request));
    response.setHeader("Cache-Control", "no-store");
    response.setContentType("image/png");
    response.setContentLength(png.length);
    response.getOutputStream().write(png);
  }
}
