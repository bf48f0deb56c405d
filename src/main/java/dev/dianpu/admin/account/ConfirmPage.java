package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Confirmations;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.Factors;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Purpose;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** 操作保护: asks the admin for a code, or the password, and leads back to the operation. */
@Path("/admin/confirm")
public class ConfirmPage {

  private static final int LONGEST_BACK = 500;

  @Inject Confirmed confirmed;
  @Inject Confirmations confirmations;
  @Inject FactorBook book;
  @Inject FactorView view;
  @Inject Notices notices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  /** Where the confirmation for an operation of this page is asked for. */
  public static Response ask(String back) {
    return Response.seeOther(URI.create("/admin/confirm" + LoginStepPage.query("?back=", back))).build();
  }

  @GET
  public Page show(@QueryParam("back") @DefaultValue("") String back) {
    return page(back);
  }

  @POST
  public Response enter(@FormParam("code") @DefaultValue("") String code,
      @FormParam("current") @DefaultValue("") String current, @FormParam("back") @DefaultValue("") String back,
      @FormParam("action") @DefaultValue("") String action) {
    Visit visit = Visit.of(request);
    if (action.equals("send")) {
      return view.told(page(back), confirmed.send(visit), visit.locale()).response();
    }
    Optional<Login.Result> wrong = confirmed.enter(current.isEmpty() ? code : current, visit);
    if (wrong.isPresent()) {
      String text = messages.text(visit.locale(), wrong.get().problem(), wrong.get().arguments());
      return page(back).with("errors", Map.of(wrong.get().field(), text)).status(wrong.get().status()).response();
    }
    notices.done(visit, "admin.confirm.done", confirmations.minutes());
    return Response.seeOther(LoginPage.target(back)).build();
  }

  private Page page(String back) {
    Factors factors = book.of(SignedIn.of(Visit.of(request)).orElseThrow().admin());
    return view.ways(Page.of("admin/confirm"), factors, Purpose.CONFIRM).with("byCode", confirmed.byCode(factors))
        .with("back", Typed.again(back, LONGEST_BACK)).with("minutes", confirmations.minutes())
        .with("errors", Map.of());
  }
}
