package dev.dianpu.member;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.LocalAddress;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
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

/** {@code /login} and {@code /logout}. */
@Path("/")
public class LoginPages {

  private static final int LONGEST_INPUT = 200;

  @Inject Login login;
  @Inject LoginWays ways;
  @Inject Members members;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  /** What the form sends. */
  public static class Form {
    @FormParam("login") @DefaultValue("") String login;
    @FormParam("password") @DefaultValue("") String password;
    @FormParam("captcha") @DefaultValue("") String captcha;
    @FormParam("back") @DefaultValue("") String back;
    @FormParam("action") @DefaultValue("") String action;
  }

  @GET
  @Path("login")
  public Response form(@QueryParam("back") @DefaultValue("") String back) {
    // Only if the account is there: the user centre sends here whoever has none.
    boolean loggedIn = sessions.of(Visit.of(request)).flatMap(Session::memberId).flatMap(members::account).isPresent();
    return loggedIn ? Response.seeOther(URI.create("/account")).build() : page("", back, Map.of(), 200).response();
  }

  @POST
  @Path("login")
  public Response login(@BeanParam Form form) {
    if (form.action.equals("new-captcha")) {
      return page(form.login, form.back, Map.of(), 200).response();
    }
    if (form.login.isBlank() || form.login.length() > LONGEST_INPUT) {
      return refused(form, "login", "member.login.name-required");
    }
    if (form.password.isEmpty() || form.password.length() > LONGEST_INPUT) {
      return refused(form, "password", "member.login.password-required");
    }
    Login.Answer answer = login.login(form.login, form.password, form.captcha, Visit.of(request));
    return switch (answer.result()) {
      case LOGGED_IN -> Response.seeOther(form.back.isEmpty() ? URI.create("/account") : LocalAddress.orHome(form.back))
          .build();
      case CAPTCHA_REQUIRED -> refused(form, "captcha", "member.captcha-required");
      case CAPTCHA_WRONG -> refused(form, "captcha", "member.captcha-wrong");
      case WRONG -> refused(form, "password", "member.login.wrong");
      case FROZEN -> refused(form, "form", "member.frozen");
      case WAIT -> refused(form, "form", "member.login.wait", answer.retryAfter().toSeconds() + 1);
    };
  }

  @POST
  @Path("logout")
  public Response logout() {
    sessions.end(Visit.of(request));
    return Response.seeOther(URI.create("/")).build();
  }

  private Response refused(Form form, String field, String text, Object... arguments) {
    String words = messages.text(Visit.of(request).locale(), text, arguments);
    return page(form.login, form.back, Map.of(field, words), text.equals("member.login.wait") ? 429 : 422).response();
  }

  private Page page(String typed, String back, Map<String, String> errors, int status) {
    String shown = Typed.again(typed, LONGEST_INPUT);
    return Page.of("login").status(status)
        .with("form", Map.of("login", shown, "back", Typed.again(back, 2 * LONGEST_INPUT))).with("errors", errors)
        .with("here", "/login").with("phoneLogin", login.byPhone()).with("codeLogin", ways.byCode())
        .with("resettable", ways.resettable())
        .with("captchaOn", login.captchaOn(shown, Visit.of(request)));
  }
}
