package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /login/away}: a right code, but nobody came into the account for long. */
@Path("/login/away")
public class AwayPages {

  @Inject ReleasePhone release;
  @Inject ResetCodes codes;
  @Inject Messages messages;
  @Context HttpServletRequest request;

  @GET
  public Response choose() {
    return release.waiting(Visit.of(request)).map(waiting -> page(waiting, Map.of(), 200)).orElseGet(AwayPages::login);
  }

  @POST
  public Response choose(@FormParam("action") @DefaultValue("") String action,
      @FormParam("password") @DefaultValue("") String password, @FormParam("sure") @DefaultValue("") String sure) {
    Visit visit = Visit.of(request);
    Optional<ReleasePhone.Waiting> waiting = release.waiting(visit);
    if (waiting.isEmpty()) {
      return login();
    }
    boolean releases = action.equals("release");
    if (releases && !sure.equals("yes")) {
      return page(waiting.get(), Map.of("sure", text("away.sure-required")), 422);
    }
    if (!releases && password.isEmpty()) {
      return page(waiting.get(), Map.of("password", text("account.current-required")), 422);
    }
    Optional<Mistake> wrong = releases ? release.release(waiting.get(), visit)
        : release.enter(waiting.get(), password, visit);
    return wrong
        .map(why -> page(waiting.get(), Map.of(why.field(), text(why.text(), why.arguments().toArray())), 422))
        .orElseGet(() -> to(releases ? "/login/away/released" : "/account"));
  }

  @GET
  @Path("released")
  public Page released() {
    return Page.of("message").with("title", text("away.released.title")).with("text", text("away.released.text"))
        .with("here", "/login/away/released")
        .with("links", List.of(Map.of("href", "/register", "label", text("shop.login.register"))));
  }

  private Response page(ReleasePhone.Waiting waiting, Map<String, String> errors, int status) {
    return Page.of("login-away").status(status).with("form", Map.of()).with("errors", errors)
        .with("phone", waiting.known().contact().masked()).with("since", waiting.entrant().lastLoginAt())
        .with("byMail", codes.possible(true)).with("here", "/login/away").response();
  }

  private static Response login() {
    return to("/login");
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
