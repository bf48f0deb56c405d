package dev.dianpu.registration;

import dev.dianpu.member.RegistrationFields;
import dev.dianpu.platform.session.Session;
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
import java.util.Map;
import java.util.Optional;

/** The register form with an e-mail code in place of phone and SMS, for whom the shop's cap for SMS stopped. */
@Path("/register/email")
public class RegisterByEmailPage {

  @Inject RegisterByEmail register;
  @Inject Register captcha;
  @Inject EmailOffer offer;
  @Inject Settings settings;
  @Inject RegistrationFields fields;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response form() {
    return offered().map(session -> page(new RegisterForm(), Map.of(), 200).response())
        .orElseGet(RegisterByEmailPage::toRegister);
  }

  @POST
  public Response submit(@BeanParam RegisterForm form) {
    Optional<Session> session = offered();
    if (session.isEmpty()) {
      return toRegister();
    }
    return switch (form.action) {
      case "new-captcha" -> page(form, Map.of(), 200).response();
      case "send-code" -> send(form, session.get());
      default -> save(form, session.get());
    };
  }

  private Response send(RegisterForm form, Session session) {
    Optional<String> wrong = RegisterByEmail.addressProblem(form);
    if (wrong.isPresent()) {
      return page(form, Map.of("email", text(wrong.get())), 422).response();
    }
    CodeAnswer answer = register.send(form, session, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      CodeAnswer.Reason reason = refused.reason();
      return page(form, Map.of(reason.field(), refused.words(messages, Visit.of(request).locale(), "code.reason.")),
          reason.status()).response();
    }
    long minutes = ((CodeAnswer.Sent) answer).validFor() / 60;
    return page(form, Map.of(), 200).with("codeStatus", text("admin.step.sent", minutes)).response();
  }

  private Response save(RegisterForm form, Session session) {
    List<Mistake> mistakes = register.register(form, session, Visit.of(request));
    if (mistakes.isEmpty()) {
      return Response.seeOther(URI.create("/register/done")).build();
    }
    Map<String, String> errors = new LinkedHashMap<>();
    mistakes.forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), wrong.arguments().toArray())));
    return page(form, errors, 422).response();
  }

  private Optional<Session> offered() {
    return offer.taken(Visit.of(request)).filter(session -> settings.on("basic.registration"));
  }

  private Page page(RegisterForm form, Map<String, String> errors, int status) {
    return Page.of("register").status(status).with("fields", fields.shown()).with("answers", form.answers())
        .with("form", form.again()).with("errors", errors)
        .with("here", "/register/email").with("byEmail", true).with("phoneRegistration", false)
        .with("captchaOn", captcha.captchaOn());
  }

  private static Response toRegister() {
    return Response.seeOther(URI.create("/register")).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
