package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.Devices;
import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.LoginSteps;
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
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Map;
import java.util.Optional;

/** 登录验证: the second step of the login, for whoever had the right password. */
@Path("/admin/login/step")
public class LoginStepPage {

  private static final int LONGEST_BACK = 500;

  @Inject SecondStep second;
  @Inject FactorBook book;
  @Inject FactorView view;
  @Inject Devices devices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show(@QueryParam("back") @DefaultValue("") String back) {
    return second.waiting(Visit.of(request)).map(step -> page(step, back).response()).orElseGet(() -> over(back));
  }

  @POST
  public Response enter(@FormParam("code") @DefaultValue("") String code,
      @FormParam("trust") @DefaultValue("") String trust, @FormParam("back") @DefaultValue("") String back,
      @FormParam("action") @DefaultValue("") String action) {
    Visit visit = Visit.of(request);
    Optional<LoginSteps.Step> step = second.waiting(visit);
    if (step.isEmpty()) {
      return over(back);
    }
    if (action.equals("send")) {
      return view.told(page(step.get(), back), second.send(step.get(), visit), visit.locale()).response();
    }
    Login.Result answer = second.enter(code, trust.equals("yes"), visit);
    if (answer.problem().isEmpty()) {
      return answer.field().equals(SecondStep.OVER) ? over(back) : Response.seeOther(LoginPage.target(back)).build();
    }
    String text = messages.text(visit.locale(), answer.problem(), answer.arguments());
    return page(step.get(), back).with("errors", Map.of("code", text)).status(answer.status()).response();
  }

  private Page page(LoginSteps.Step step, String back) {
    return view.ways(Page.of("admin/login-step"), book.of(step.admin()), Purpose.ADMIN_LOGIN)
        .with("back", Typed.again(back, LONGEST_BACK)).with("days", devices.days()).with("errors", Map.of());
  }

  private static Response over(String back) {
    return Response.seeOther(URI.create("/admin/login?over=1" + query("&back=", back))).build();
  }

  /** The page to come back to, as part of an address; nothing for none. */
  static String query(String name, String back) {
    return back.isEmpty() || back.length() > LONGEST_BACK ? ""
        : name + URLEncoder.encode(back, StandardCharsets.UTF_8);
  }
}
