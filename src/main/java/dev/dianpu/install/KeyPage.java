package dev.dianpu.install;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** The first form: the key that the server printed. */
@Path("/install")
public class KeyPage {

  static final String COOKIE = "dianpu_install";
  static final URI ADDRESS = URI.create("/install");

  private static final String COOKIE_PATH = "/install";
  /** Sealed with its own, nearer end. */
  private static final int COOKIE_SECONDS = 7200;

  @Inject InstallKey key;
  @Inject KeyTries tries;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response ask() {
    boolean proven = Visit.of(request).cookie(COOKIE).map(key::proven).orElse(false);
    return proven ? Response.seeOther(ChecksPage.ADDRESS).build() : Page.of("install/key").response();
  }

  @POST
  public Response enter(@FormParam("key") String typed) {
    Visit visit = Visit.of(request);
    if (tries.tooMany(visit.address())) {
      return refuse(429, "install.key.too-many");
    }
    if (typed == null || !key.right(typed)) {
      tries.wrong(visit.address());
      return refuse(403, "install.key.wrong");
    }
    visit.setCookie(COOKIE, key.proof(), COOKIE_PATH, COOKIE_SECONDS, "Strict");
    return Response.seeOther(ChecksPage.ADDRESS).build();
  }

  private Response refuse(int status, String message) {
    return Page.of("install/key").with("errors", Map.of("key", messages.text(Visit.of(request).locale(), message)))
        .status(status).response();
  }
}
