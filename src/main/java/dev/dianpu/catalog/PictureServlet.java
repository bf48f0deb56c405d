package dev.dianpu.catalog;

import dev.dianpu.platform.web.PageRenderer;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** Serves {@code /pictures/<digest>.jpg} and, small, {@code /pictures/<digest>-s.jpg}: their content never changes. */
@WebServlet("/pictures/*")
public class PictureServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Pattern ADDRESS = Pattern.compile("/([0-9a-f]{32})(-s)?\\.jpg");

  @Inject transient Gallery gallery;
  @Inject transient PageRenderer renderer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    Matcher address = ADDRESS.matcher(request.getPathInfo() == null ? "" : request.getPathInfo());
    boolean right = address.matches();
    String tag = right ? '"' + address.group(1) + (address.group(2) == null ? "" : "-s") + '"' : "";
    if (right && tag.equals(request.getHeader("If-None-Match"))) {
      keep(response, tag);
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    Optional<byte[]> found = right ? gallery.bytes(address.group(1), address.group(2) != null) : Optional.empty();
    if (found.isEmpty()) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    keep(response, tag);
    response.setContentType("image/jpeg");
    response.setContentLength(found.get().length);
    response.getOutputStream().write(found.get());
  }

  private static void keep(HttpServletResponse response, String tag) {
    response.setHeader("Cache-Control", "public, max-age=31536000, immutable");
    response.setHeader("ETag", tag);
  }
}
