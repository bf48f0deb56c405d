package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.LocalAddress;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.Map;

/** {@code /login/code}: a phone and a code in place of name and password. */
@Path("/login/code")
public class CodeLoginPages {

  @Inject LoginByCode login;
  @Inject RequestCode requestCode;
  @Inject CaptchaStep captcha;
  @Inject Door door;
  @Inject Messages messages;
  @Context HttpServletRequest request;

  @GET
  public Response form(@QueryParam("back") @DefaultValue("") String back) {
    CodeForm form = new CodeForm();
    form.back = back;
    return requestCode.possible(CodeFor.LOGIN) ? page(form, Map.of(), 200).response() : toLogin();
  }

  @POST
  public Response submit(@BeanParam CodeForm form) {
    if (!requestCode.possible(CodeFor.LOGIN)) {
      return toLogin();
    }
    return switch (form.action) {
      case "new-captcha" -> page(form, Map.of(), 200).response();
      case "send-code" -> send(form);
      default -> enter(form);
    };
  }

  private Response send(CodeForm form) {
    CodeAnswer answer = requestCode.send(CodeFor.LOGIN, form.phone, form.captcha, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      String words = refused.words(messages, Visit.of(request).locale(), CodeFor.LOGIN.words());
      return page(form, Map.of(refused.reason().field(), words), refused.reason().status())
          .with("secondCaptcha", captcha.wantsSecond(answer, CodeFor.LOGIN.form(), Visit.of(request))).response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String status = sent.certain() ? text("shop.code.sent", sent.validFor() / 60) : text("registration.outcome-unknown");
    return page(form, Map.of(), 200).with("codeStatus", status).response();
  }

  private Response enter(CodeForm form) {
    LoginByCode.Outcome outcome = login.login(form, Visit.of(request));
    if (outcome.away()) {
      return Response.seeOther(URI.create("/login/away")).build();
    }
    if (outcome.mistakes().isEmpty()) {
      URI to = form.back.isEmpty() ? URI.create("/account") : LocalAddress.orHome(form.back);
      return Response.seeOther(to).build();
    }
    Map<String, String> errors = new LinkedHashMap<>();
    outcome.mistakes().forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), wrong.arguments().toArray())));
    return page(form, errors, 422).response();
  }

  private Page page(CodeForm form, Map<String, String> errors, int status) {
    return Page.of("login-code").status(status).with("form", form.again()).with("errors", errors)
        .with("here", "/login/code").with("captchaOn", door.captchaOn(CodeFor.LOGIN));
  }

  private static Response toLogin() {
    return Response.seeOther(URI.create("/login")).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
