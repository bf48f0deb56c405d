package dev.dianpu.platform.web;

import dev.dianpu.platform.text.Messages;
import jakarta.annotation.PostConstruct;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Instance;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
import java.io.IOException;
import java.io.OutputStream;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.ConcurrentHashMap;
import java.util.logging.Level;
import java.util.logging.Logger;

/** Renders pages, fills their holes, and words every failure for a person without telling a stack trace. */
@ApplicationScoped
public class PageRenderer {

  static final String HTML = "text/html;charset=utf-8";

  private static final Logger LOG = Logger.getLogger(PageRenderer.class.getName());

  @Inject Templates templates;
  @Inject PageCache cache;
  @Inject Messages messages;
  @Inject Instance<PageHole> declaredHoles;

  private final Map<String, PageHole> holes = new ConcurrentHashMap<>();

  @PostConstruct
  void collectHoles() {
    declaredHoles.forEach(hole -> holes.put(hole.name(), hole));
  }

  /** Renders a page, and keeps it in the cache if it allows that. */
  PageCache.RenderedPage render(Page page, HttpServletRequest request) {
    long generation = cache.generation();
    Locale locale = Visit.of(request).locale();
    String html = templates.render(page.view(), page.with("path", request.getRequestURI()).model(), locale);
    PageCache.RenderedPage rendered = PageCache.RenderedPage.parse(html);
    String key = page.cacheable() && page.status() == 200 ? PageCache.key(request) : null;
    if (key != null) {
      cache.keep(key, rendered, generation);
    }
    return rendered;
  }

  /** Writes a rendered page with its holes filled for this request. */
  void fill(PageCache.RenderedPage page, HttpServletRequest request, OutputStream out) throws IOException {
    for (int i = 0; i < page.pieces().length; i++) {
      out.write(page.pieces()[i]);
      if (i < page.holes().length) {
        out.write(holeHtml(page.holes()[i], request).getBytes(StandardCharsets.UTF_8));
      }
    }
  }

  private String holeHtml(String name, HttpServletRequest request) {
    PageHole hole = holes.get(name);
    try {
      return hole == null ? "" : hole.html(request);
    } catch (RuntimeException e) {
      LOG.log(Level.WARNING, "A page goes out without its part " + name, e);
      return "";
    }
  }

  void send(PageCache.RenderedPage page, int status, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    response.setStatus(status);
    response.setContentType(HTML);
    response.setHeader("Cache-Control", "no-store");
    fill(page, request, response.getOutputStream());
  }

  /**
   * Answers with an error: a page, or a problem document (RFC 9457) below {@code /api/}.
   *
   * @param reason the texts {@code error.<reason>.title} and {@code error.<reason>.advice}
   */
  public void error(int status, String reason, HttpServletRequest request, HttpServletResponse response)
      throws IOException {
    error(status, reason, "", request, response);
  }

  private void error(int status, String reason, String incident, HttpServletRequest request,
      HttpServletResponse response) throws IOException {
    if (request.getRequestURI().startsWith("/api/")) {
      response.setStatus(status);
      response.setContentType(ApiProblem.MEDIA_TYPE);
      String detail = messages.text(Visit.of(request).locale(), "error." + reason + ".advice");
      response.getOutputStream().write(Json.createObjectBuilder().add("status", status).add("code", reason)
          .add("detail", detail).build().toString().getBytes(StandardCharsets.UTF_8));
      return;
    }
    send(PageCache.RenderedPage.parse(templates.render("error", errorPage(status, reason, incident).model(),
        Visit.of(request).locale())), status, request, response);
  }

  /** The page of an error. */
  static Page errorPage(int status, String reason, String incident) {
    return Page.of("error").status(status).with("status", status).with("reason", reason).with("incident", incident);
  }

  /** Answers for an exception that nobody caught: the log gets it under a number, the person gets the number. */
  void failure(Throwable e, HttpServletRequest request, HttpServletResponse response) throws IOException {
    String incident = log(e, request);
    if (!response.isCommitted()) {
      response.resetBuffer();
      boolean down = Failures.ofDatabase(e);
      error(down ? 503 : 500, down ? "database-down" : "internal", incident, request, response);
    }
  }

  /** Logs a failure under a new number; the query is left out, since it may hold what people typed. */
  static String log(Throwable e, HttpServletRequest request) {
    String incident = UUID.randomUUID().toString().substring(0, 8);
    LOG.log(Level.SEVERE, e, () -> "Failure " + incident + " at " + request.getMethod() + " " + request.getRequestURI());
    return incident;
  }
}
