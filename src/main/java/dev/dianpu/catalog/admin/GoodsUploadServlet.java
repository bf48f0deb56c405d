package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.Gallery;
import dev.dianpu.catalog.PictureMaker;
import dev.dianpu.catalog.PictureRefused;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.PageRenderer;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.ServletException;
import jakarta.servlet.annotation.MultipartConfig;
import jakarta.servlet.annotation.WebServlet;
import jakarta.servlet.http.HttpServlet;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import jakarta.servlet.http.Part;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Takes pictures of goods: {@code POST /admin/goods/pictures?goods=…}. A servlet, since it is the container that
 * reads forms with files; the login is checked before it as for every page of the admin. Nothing is written to disk.
 */
@WebServlet("/admin/goods/pictures")
@MultipartConfig(maxFileSize = GoodsUploadServlet.MOST, maxRequestSize = 4L * GoodsUploadServlet.MOST,
    fileSizeThreshold = 4 * GoodsUploadServlet.MOST)
public class GoodsUploadServlet extends HttpServlet {

  static final int MOST = PictureMaker.MOST_BYTES;

  private static final long serialVersionUID = 1L;
  private static final Pattern GOODS = Pattern.compile("goods=([1-9][0-9]{0,17})");
  private static final int LONGEST_WORDS = 120;

  @Inject transient GoodsBook book;
  @Inject transient Gallery gallery;
  @Inject transient AdminNotices notices;
  @Inject transient Versions versions;
  @Inject transient PageRenderer renderer;

  @Override
  protected void doPost(HttpServletRequest request, HttpServletResponse response) throws ServletException, IOException {
    // Not by getParameter: that would read the body before its size is refused.
    Matcher asked = GOODS.matcher(request.getQueryString() == null ? "" : request.getQueryString());
    Optional<GoodsDraft> goods = asked.matches() ? book.find(Long.parseLong(asked.group(1))) : Optional.empty();
    if (goods.isEmpty()) {
      renderer.error(404, "not-found", request, response);
      return;
    }
    take(request, goods.get());
    response.setStatus(HttpServletResponse.SC_SEE_OTHER);
    response.setHeader("Location", "/admin/goods/" + goods.get().id() + "/pictures");
  }

  private void take(HttpServletRequest request, GoodsDraft goods) throws IOException, ServletException {
    Visit visit = Visit.of(request);
    try {
      List<Part> files = request.getParts().stream()
          .filter(part -> part.getName().equals("file") && part.getSize() > 0).toList();
      String words = words(request);
      for (Part file : files) {
        gallery.add(goods.id(), goods.sn(), gallery.draw(file.getInputStream().readAllBytes()), words);
      }
      if (files.isEmpty()) {
        notices.failed(visit, "pictures.none");
      } else {
        notices.done(visit, "pictures.added", files.size());
      }
    } catch (PictureRefused refused) {
      notices.failed(visit, "pictures.refused." + refused.reason());
    } catch (IllegalStateException tooLarge) {
      notices.failed(visit, "pictures.refused.TOO_LARGE");
    } finally {
      versions.look();
    }
  }

  /** In UTF-8, as the page is; the container takes a field between files for Latin letters. */
  private static String words(HttpServletRequest request) throws IOException, ServletException {
    Part alt = request.getPart("alt");
    String words = alt == null ? "" : new String(alt.getInputStream().readAllBytes(), StandardCharsets.UTF_8).strip();
    return Typed.again(Spelling.visible(words, LONGEST_WORDS), LONGEST_WORDS);
  }
}
