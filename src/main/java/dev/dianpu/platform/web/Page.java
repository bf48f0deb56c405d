package dev.dianpu.platform.web;

import jakarta.ws.rs.core.Response;
import java.util.HashMap;
import java.util.Map;

/**
 * What a resource method returns: the name of a view and what it shows. {@link PageWriter} renders it.
 *
 * @param view a template's name without its ending, such as {@code home} or {@code admin/settings}
 * @param status the HTTP status
 * @param model what the template sees, besides the shared functions
 * @param cacheable whether every anonymous visitor gets the same page, but for its holes, and it depends on nothing but
 *     the path, the language and the parameters {@link PageCache#KNOWN_PARAMETERS}
 */
public record Page(String view, int status, Map<String, Object> model, boolean cacheable) {

  /** A page without anything to show yet. */
  public static Page of(String view) {
    return new Page(view, 200, Map.of(), false);
  }

  /** The same page showing one thing more; a null value is left out. */
  public Page with(String name, Object value) {
    Map<String, Object> more = new HashMap<>(model);
    if (value != null) {
      more.put(name, value);
    }
    return new Page(view, status, more, cacheable);
  }

  /** The same page with another HTTP status. */
  public Page status(int code) {
    return new Page(view, code, model, cacheable);
  }

  /** The same page, kept by the page cache. */
  public Page cached() {
    return new Page(view, status, model, true);
  }

  /** As a response, for a status other than 200 or for cookies. */
  public Response response() {
    return Response.status(status).entity(this).build();
  }
}
