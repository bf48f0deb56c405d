package dev.dianpu.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.RequestDispatcher;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;

/** What the container refuses by itself, before or behind our filters: the shop's page instead of Payara's. */
@WebServlet(ErrorPageServlet.PATH)
public class ErrorPageServlet extends HttpServlet {

  static final String PATH = "/error-page";

  private static final long serialVersionUID = 1L;

  @Inject transient PageRenderer renderer;

  @Override
  protected void service(HttpServletRequest request, HttpServletResponse response) throws IOException {
    int status = status(request);
    if (status == 413) {
      response.setHeader("Connection", "close");
    }
    renderer.error(status, ErrorMapper.reason(status), request, response);
  }

  private static int status(HttpServletRequest request) {
    // Jersey takes a body that was cut off while a form was read for a failure of the server.
    if (BoundedBody.exceeded(request)) {
      return 413;
    }
    Object code = request.getAttribute(RequestDispatcher.ERROR_STATUS_CODE);
    // Asked for by its own address, it is no page.
    return code instanceof Integer known && known >= 400 ? known : 404;
  }
}
