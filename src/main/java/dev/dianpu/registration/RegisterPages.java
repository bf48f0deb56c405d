package dev.dianpu.registration;

import dev.dianpu.member.Members;
import dev.dianpu.member.RegistrationFields;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The register form, the button 获取验证码 without JavaScript, and what is agreed to. */
@Path("/")
public class RegisterPages {

  @Inject Register register;
  @Inject RequestCode requestCode;
  @Inject CaptchaStep captcha;
  @Inject EmailOffer emailOffer;
  @Inject Members members;
  @Inject Sessions sessions;
  @Inject Settings settings;
  @Inject RegistrationFields fields;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  @Path("register")
  public Response form() {
    if (account().isPresent()) {
      return Response.seeOther(URI.create("/account")).build();
    }
    Page page = settings.on("basic.registration") ? page(new RegisterForm(), Map.of(), 200).cached() : closed();
    return page.response();
  }

  /** What a reload or a bookmark of the answer to the button opens. */
  @GET
  @Path("register/code")
  public Response codeAgain() {
    return Response.seeOther(URI.create("/register")).build();
  }

  /** Without JavaScript: sends a code and shows the form again with everything but the passwords. */
  @POST
  @Path("register/code")
  public Response code(@BeanParam RegisterForm form) {
    CodeAnswer answer = requestCode.send(CodeFor.REGISTER, form.phone, form.captcha, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      CodeAnswer.Reason reason = refused.reason();
      return page(form, Map.of(reason.field(), refused.words(messages, Visit.of(request).locale())), reason.status())
          .with("offerEmail", reason == CodeAnswer.Reason.LIMIT_SITE && emailOffer.possible())
          .with("secondCaptcha", captcha.wantsSecond(answer, CodeFor.REGISTER.form(), Visit.of(request)))
          .response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String status = sent.certain() ? text("shop.code.sent", sent.validFor() / 60) : text("registration.outcome-unknown");
    return page(form, Map.of(), 200).with("codeStatus", status).response();
  }

  @POST
  @Path("register")
  public Response register(@BeanParam RegisterForm form) {
    if (!settings.on("basic.registration")) {
      return closed().response();
    }
    if (form.action.equals("new-captcha")) {
      return page(form, Map.of(), 200).response();
    }
    List<Mistake> mistakes = register.register(form, Visit.of(request));
    if (mistakes.isEmpty()) {
      return Response.seeOther(URI.create("/register/done")).build();
    }
    Map<String, String> errors = new LinkedHashMap<>();
    mistakes.forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), words(wrong.arguments()))));
    return page(form, errors, 422).response();
  }

  @GET
  @Path("register/done")
  public Response done() {
    Optional<Members.Account> account = account();
    if (account.isEmpty()) {
      return Response.seeOther(URI.create("/register")).build();
    }
    return Page.of("message").with("title", text("registration.done.title"))
        .with("text", text("registration.done.text", account.get().username())).with("here", "/register/done")
        .with("links", List.of(Map.of("href", "/account", "label", text("shop.account")),
            Map.of("href", "/", "label", text("shop.home.back"))))
        .response();
  }

  @GET
  @Path("agreement")
  public Page agreement() {
    return Page.of("agreement").with("version", Agreement.VERSION).cached();
  }

  @GET
  @Path("privacy")
  public Page privacy() {
    return Page.of("privacy").with("version", Agreement.VERSION).cached();
  }

  private Optional<Members.Account> account() {
    return sessions.of(Visit.of(request)).flatMap(Session::memberId).flatMap(members::account);
  }

  private Page page(RegisterForm form, Map<String, String> errors, int status) {
    return Page.of("register").status(status).with("fields", fields.shown()).with("answers", form.answers())
        .with("form", form.again()).with("errors", errors).with("here", "/register")
        .with("phoneRegistration", register.byPhone()).with("captchaOn", register.captchaOn());
  }

  private Page closed() {
    return Page.of("message").with("title", text("registration.closed.title")).with("text", text("registration.closed.text"))
        .with("bad", true).with("here", "/register");
  }

  /** A time to wait is worded in the visitor's language. */
  private Object[] words(List<Object> arguments) {
    Locale locale = Visit.of(request).locale();
    return arguments.stream().map(each -> each instanceof Wait wait ? wait.words(messages, locale) : each).toArray();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
