package dev.dianpu.platform.web;

import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.util.Map;
import java.util.Optional;

/** Serves {@code /assets/<digest>/<path>}: for ever if the digest is the content's, else to be asked again. */
@WebServlet("/assets/*")
public class AssetServlet extends HttpServlet {

  private static final long serialVersionUID = 1L;
  private static final Map<String, String> TYPES = Map.of("css", "text/css;charset=utf-8",
      "js", "text/javascript;charset=utf-8", "svg", "image/svg+xml", "png", "image/png", "webp", "image/webp",
      "jpg", "image/jpeg", "ico", "image/x-icon", "woff2", "font/woff2");

  @Inject transient Assets assets;
  @Inject transient PageRenderer renderer;

  @Override
  protected void doGet(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    String path = request.getPathInfo() == null ? "" : request.getPathInfo();
    int slash = path.indexOf('/', 1);
    String name = slash < 0 ? "" : path.substring(slash + 1);
    String type = TYPES.get(name.substring(name.lastIndexOf('.') + 1));
    Optional<Assets.Asset> found = type == null ? Optional.empty() : assets.find(name);
    if (found.isEmpty()) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    Assets.Asset asset = found.get();
    boolean current = path.substring(1, slash).equals(asset.digest());
    String tag = '"' + asset.digest() + '"';
    response.setHeader("Cache-Control", current ? "public, max-age=31536000, immutable" : "no-cache");
    response.setHeader("ETag", tag);
    if (tag.equals(request.getHeader("If-None-Match"))) {
      response.setStatus(HttpServletResponse.SC_NOT_MODIFIED);
      return;
    }
    response.setContentType(type);
    response.setContentLength(asset.bytes().length);
    response.getOutputStream().write(asset.bytes());
  }
}
