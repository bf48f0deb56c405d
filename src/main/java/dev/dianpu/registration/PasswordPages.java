package dev.dianpu.registration;

import dev.dianpu.member.MemberRules;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** {@code /password}: a code to the phone, or by mail, leads to a page on which a new password is chosen. */
@Path("/password")
public class PasswordPages {

  @Inject ResetPassword reset;
  @Inject ResetCodes codes;
  @Inject CaptchaStep captcha;
  @Inject Messages messages;
  @Context HttpServletRequest request;

  @GET
  public Response byPhone() {
    return first(false);
  }

  @GET
  @Path("email")
  public Response byEmail() {
    return first(true);
  }

  private Response first(boolean email) {
    if (codes.possible(email)) {
      return page(email, new CodeForm(), Map.of(), 200).response();
    }
    return codes.possible(!email) ? to(email ? "/password" : "/password/email") : off();
  }

  @POST
  public Response byPhone(@BeanParam CodeForm form) {
    return submit(form, false);
  }

  @POST
  @Path("email")
  public Response byEmail(@BeanParam CodeForm form) {
    return submit(form, true);
  }

  private Response submit(CodeForm form, boolean email) {
    if (!codes.possible(email)) {
      return to("/password");
    }
    return switch (form.action) {
      case "new-captcha" -> page(email, form, Map.of(), 200).response();
      case "send-code" -> send(form, email);
      default -> proved(form, email);
    };
  }

  private Response send(CodeForm form, boolean email) {
    Optional<String> wrong = email ? MemberRules.email(form.email) : Optional.empty();
    if (wrong.isPresent()) {
      return page(email, form, Map.of("email", text(wrong.get())), 422).response();
    }
    CodeAnswer answer = codes.send(form, email, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      String field = refused.reason().field().equals("emailCode") ? "smsCode" : refused.reason().field();
      String words = refused.words(messages, Visit.of(request).locale(), CodeFor.RESET_PASSWORD.words());
      return page(email, form, Map.of(field, words), refused.reason().status())
          .with("secondCaptcha", !email && captcha.wantsSecond(answer, CodeFor.RESET_PASSWORD.form(), Visit.of(request)))
          .response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String status = sent.certain() ? text(email ? "password.sent-mail" : "shop.code.sent", sent.validFor() / 60)
        : text("registration.outcome-unknown");
    return page(email, form, Map.of(), 200).with("codeStatus", status).response();
  }

  private Response proved(CodeForm form, boolean email) {
    LoginByCode.Outcome outcome = reset.prove(form, email, Visit.of(request));
    return outcome.mistakes().isEmpty() ? to(outcome.away() ? "/login/away" : "/password/new")
        : page(email, form, errors(outcome.mistakes()), 422).response();
  }

  @GET
  @Path("new")
  public Response choose() {
    return reset.ready(Visit.of(request)).map(known -> second(known, Map.of(), 200))
        .orElseGet(() -> to("/password"));
  }

  @POST
  @Path("new")
  public Response choose(@FormParam("password") @DefaultValue("") String password,
      @FormParam("passwordConfirm") @DefaultValue("") String again) {
    Optional<ProvedContact.Known> known = reset.ready(Visit.of(request));
    if (known.isEmpty()) {
      return page(!codes.possible(false), new CodeForm(), Map.of("form", text("password.gone")), 422).response();
    }
    List<Mistake> mistakes = reset.choose(known.get(), password, again, Visit.of(request));
    return mistakes.isEmpty() ? to("/account?changed=password") : second(known.get(), errors(mistakes), 422);
  }

  private Response second(ProvedContact.Known known, Map<String, String> errors, int status) {
    return Page.of("password-new").status(status).with("form", Map.of()).with("errors", errors)
        .with("to", known.contact().masked()).with("here", "/password/new").response();
  }

  private Page page(boolean email, CodeForm form, Map<String, String> errors, int status) {
    return Page.of("password").status(status).with("byEmail", email).with("form", form.again()).with("errors", errors)
        .with("other", codes.possible(!email)).with("here", email ? "/password/email" : "/password")
        .with("captchaOn", codes.captchaOn());
  }

  private Response off() {
    return Page.of("message").with("title", text("password.title")).with("text", text("password.off"))
        .with("bad", true).with("here", "/password").response();
  }

  private Map<String, String> errors(List<Mistake> mistakes) {
    Map<String, String> errors = new LinkedHashMap<>();
    mistakes.forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), wrong.arguments().toArray())));
    return errors;
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
