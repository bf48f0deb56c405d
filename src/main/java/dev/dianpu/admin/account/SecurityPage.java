package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Confirmations;
import dev.dianpu.admin.factor.Devices;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.Factors;
import dev.dianpu.admin.factor.RecoveryCodes;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.verification.Contact;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** 登录保护: what an admin has on file besides the password, and the browsers that are known. */
@Path("/admin/security")
public class SecurityPage {

  static final String HERE = "/admin/security";

  @Inject FactorBook book;
  @Inject RecoveryCodes recovery;
  @Inject Devices devices;
  @Inject Confirmed confirmed;
  @Inject Confirmations confirmations;
  @Inject FactorChange change;
  @Inject Notices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    Visit visit = Visit.of(request);
    Factors factors = book.of(admin().admin());
    return Page.of("admin/security").with("factors", factors)
        .with("phone", factors.phone().map(PhoneNumber::masked).orElse(null))
        .with("email", factors.email().map(Contact::email).map(Contact::masked).orElse(null))
        .with("devices", devices.list(admin().admin(), visit)).with("minutes", confirmations.minutes());
  }

  /** Takes the app, the phone or the e-mail address away. */
  @POST
  @Path("{what: app|phone|email}/forget")
  public Response forget(@PathParam("what") String what) {
    Visit visit = Visit.of(request);
    if (!confirmed.fresh(visit)) {
      return ConfirmPage.ask(HERE);
    }
    change.forget(what, visit);
    notices.done(visit, "admin.security.forgotten." + what);
    return back();
  }

  /** New recovery codes, shown this once: the answer to the form itself, which nothing keeps. */
  @POST
  @Path("recovery")
  public Response recovery() {
    Visit visit = Visit.of(request);
    if (!confirmed.fresh(visit)) {
      return ConfirmPage.ask(HERE);
    }
    if (!book.of(admin().admin()).second()) {
      notices.failed(visit, "admin.security.recovery.none");
      return back();
    }
    return Page.of("admin/recovery-codes").with("codes", recovery.renew(admin().admin())).response();
  }

  /** Makes a browser a new one again. */
  @POST
  @Path("devices/{id: [0-9]{1,18}}/forget")
  public Response forgetDevice(@PathParam("id") long id) {
    Visit visit = Visit.of(request);
    if (devices.forget(admin().admin(), id)) {
      notices.done(visit, "admin.device.forgotten");
    } else {
      notices.failed(visit, "admin.device.gone");
    }
    return back();
  }

  private SignedIn admin() {
    return SignedIn.of(Visit.of(request)).orElseThrow();
  }

  private static Response back() {
    return Response.seeOther(URI.create(HERE)).build();
  }
}
