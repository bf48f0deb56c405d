package dev.dianpu.captcha;

import dev.dianpu.platform.web.PageRenderer;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.CaptchaKind;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;

/**
 * {@code GET /captcha?form=…[&kind=…][&as=data]}: a new captcha of a kind that the form takes, and its answer sealed
 * in a cookie: a picture, or with {@code as=data} what a script needs. It stores nothing, so it can be asked for as
 * often as somebody likes.
 */
@WebServlet("/captcha")
public class CaptchaServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;

  @Inject transient CaptchaGate gate;
  @Inject transient CaptchaKinds kinds;
  @Inject transient PageRenderer renderer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Optional<CaptchaForm> form = CaptchaForm.of(request.getParameter("form"));
    String wanted = request.getParameter("kind");
    Optional<CaptchaKind> kind = form.flatMap(f -> wanted == null ? kinds.first(f) : kinds.allowed(f, wanted));
    if (kind.isEmpty()) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    boolean script = "data".equals(request.getParameter("as"));
    CaptchaKind.Shown shown = gate.show(form.get(), kind.get(), script, Visit.of(request));
    response.setHeader("Cache-Control", "no-store");
    response.setContentType(shown.mediaType());
    response.setContentLength(shown.body().length);
    response.getOutputStream().write(shown.body());
  }
}
