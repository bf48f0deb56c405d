package dev.dianpu.admin.account;

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
import java.util.Map;

/** 修改密码: an admin's own password. */
@Path("/admin/password")
public class PasswordPage {

  private static final String HERE = "/admin/password";

  @Inject ChangePassword change;
  @Inject Confirmed confirmed;
  @Inject Notices notices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show() {
    return confirmed.missing(Visit.of(request)) ? ConfirmPage.ask(HERE)
        : Page.of("admin/password").with("errors", Map.of()).response();
  }

  @POST
  public Response save(@FormParam("current") @DefaultValue("") String current,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("repeated") @DefaultValue("") String repeated) {
    Visit visit = Visit.of(request);
    if (confirmed.missing(visit)) {
      return ConfirmPage.ask(HERE);
    }
    Login.Result result = change.change(current, password, repeated, visit);
    if (!result.problem().isEmpty()) {
      String text = messages.text(visit.locale(), result.problem(), result.arguments());
      return Page.of("admin/password").with("errors", Map.of(result.field(), text)).status(result.status()).response();
    }
    notices.done(visit, "admin.password.changed");
    return Response.seeOther(URI.create(HERE)).build();
  }
}
