package dev.dianpu.admin.account;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.LocalAddress;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** The page below {@code /admin} that is open to everybody; beside it only its second step, {@link LoginStepPage}. */
@Path("/admin/login")
public class LoginPage {

  private static final int LONGEST_INPUT = 120;
  private static final int LONGEST_BACK = 500;

  @Inject Login login;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show(@QueryParam("back") @DefaultValue("") String back, @QueryParam("lost") String lost,
      @QueryParam("over") String over) {
    Visit visit = Visit.of(request);
    String notice = lost == null ? null : messages.text(visit.locale(), "admin.login.lost");
    notice = over == null ? notice : messages.text(visit.locale(), "admin.step.over");
    return SignedIn.of(visit).isPresent() ? Response.seeOther(target(back)).build()
        : page("", back, Map.of()).with("notice", notice).response();
  }

  @POST
  public Response enter(@FormParam("name") @DefaultValue("") String name,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("captcha") @DefaultValue("") String captcha, @FormParam("back") @DefaultValue("") String back,
      @FormParam("action") @DefaultValue("") String action) {
    if (action.equals("new-captcha")) {
      return page(name, back, Map.of()).response();
    }
    Login.Result answer = login.enter(name, password, captcha, Visit.of(request));
    if (answer.problem().isEmpty()) {
      return Response.seeOther(answer.field().equals(SecondStep.STEP)
          ? URI.create("/admin/login/step" + LoginStepPage.query("?back=", back)) : target(back)).build();
    }
    String text = messages.text(Visit.of(request).locale(), answer.problem(), answer.arguments());
    return page(name, back, Map.of(answer.field(), text)).status(answer.status()).response();
  }

  private Page page(String name, String back, Map<String, String> errors) {
    return Page.of("admin/login").with("form", Map.of("name", Typed.again(name, LONGEST_INPUT), "back", Typed.again(back, LONGEST_BACK))).with("errors", errors)
        .with("captchaOn", login.captchaDue(name, Visit.of(request).address()));
  }

  /** Only ever a page of the admin. */
  static URI target(String back) {
    return back.matches("/admin(/.*)?") ? LocalAddress.orHome(back) : URI.create("/admin");
  }
}
