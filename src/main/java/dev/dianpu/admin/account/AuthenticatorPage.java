package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.AuthenticatorApp;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.RecoveryCodes;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
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
import java.util.Optional;

/** 身份验证器: an app gets a secret by a picture, and shows by its first code that it has it. */
@Path("/admin/security/app")
public class AuthenticatorPage {

  @Inject AuthenticatorApp app;
  @Inject FactorBook book;
  @Inject FactorChange change;
  @Inject RecoveryCodes recovery;
  @Inject Confirmed confirmed;
  @Inject Notices notices;
  @Inject Settings settings;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show() {
    return confirmed.missing(Visit.of(request)) ? ConfirmPage.ask("/admin/security/app") : page("", Map.of(), 200);
  }

  @POST
  public Response save(@FormParam("sealed") @DefaultValue("") String sealed,
      @FormParam("code") @DefaultValue("") String code, @FormParam("current") @DefaultValue("") String current) {
    if (confirmed.missing(Visit.of(request))) {
      return ConfirmPage.ask("/admin/security/app");
    }
    Visit visit = Visit.of(request);
    Optional<Login.Result> wrong = change.app(sealed, code, current, visit);
    if (wrong.isPresent()) {
      String text = messages.text(visit.locale(), wrong.get().problem(), wrong.get().arguments());
      return page(sealed, Map.of(wrong.get().field(), text), wrong.get().status());
    }
    if (book.of(admin().admin()).recovery() == 0) {
      return Page.of("admin/recovery-codes").with("codes", recovery.renew(admin().admin())).response();
    }
    notices.done(visit, "admin.security.app.saved");
    return Response.seeOther(URI.create(SecurityPage.HERE)).build();
  }

  private Response page(String sealed, Map<String, String> errors, int status) {
    return Page.of("admin/security-app").with("errors", errors)
        .with("offer", app.offer(admin().admin(), settings.text("shop.name"), admin().name(), sealed))
        .status(status).response();
  }

  private SignedIn admin() {
    return SignedIn.of(Visit.of(request)).orElseThrow();
  }
}
