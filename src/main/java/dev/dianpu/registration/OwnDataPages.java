package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.AccountCodes.Here;
import dev.dianpu.verification.Contact;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 导出我的资料 and 注销账号 of the user centre, each confirmed by the password or by a code. */
@Path("/account/{what: export|close}")
public class OwnDataPages {

  @Inject AccountCodes codes;
  @Inject ConfirmedData data;
  @Inject Messages messages;
  @Context HttpServletRequest request;
  @PathParam("what") String what;

  @GET
  public Response form() {
    return codes.here(Visit.of(request)).map(here -> page(here, Map.of(), 200).response()).orElseGet(this::toLogin);
  }

  @POST
  public Response submit(@BeanParam AccountForm form) {
    Optional<Here> here = codes.here(Visit.of(request));
    if (here.isEmpty()) {
      return toLogin();
    }
    return switch (form.action) {
      case "new-captcha" -> page(here.get(), Map.of(), 200).response();
      case "send" -> send(here.get(), form);
      default -> confirm(here.get(), form);
    };
  }

  private Response send(Here here, AccountForm form) {
    CodeAnswer answer = data.send(here, form.captcha, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      String beside = refused.reason().field().equals("captcha") ? "captcha" : "smsCode";
      String words = refused.words(messages, Visit.of(request).locale(), "code.reason.");
      return page(here, Map.of(beside, words), refused.reason().status()).response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String words = sent.certain() ? text("account.sent", data.contact(here).orElseThrow().masked(), sent.validFor() / 60)
        : text("registration.outcome-unknown");
    return page(here, Map.of(), 200).with("smsCodeStatus", words).response();
  }

  private Response confirm(Here here, AccountForm form) {
    boolean close = what.equals("close");
    if (close && !form.sure.equals("yes")) {
      return page(here, Map.of("sure", text("away.sure-required")), 422).response();
    }
    Optional<String> obstacle = close ? data.obstacle(here) : Optional.empty();
    if (obstacle.isPresent()) {
      return page(here, Map.of("form", text(obstacle.get())), 409).response();
    }
    Optional<Mistake> wrong = data.wrong(here, form, Visit.of(request));
    if (wrong.isPresent()) {
      String words = text(wrong.get().text(), wrong.get().arguments().toArray());
      return page(here, Map.of(wrong.get().field(), words), 422).response();
    }
    return close ? closed(here) : file(here);
  }

  private Response file(Here here) {
    return Response.ok(data.file(here), MediaType.APPLICATION_JSON_TYPE.withCharset("UTF-8"))
        .header("Content-Disposition", "attachment; filename=\"my-data.json\"")
        .header("Cache-Control", "no-store").build();
  }

  private Response closed(Here here) {
    data.close(here, Visit.of(request));
    return Page.of("message").with("title", text("account.closed.title")).with("text", text("account.closed.text"))
        .with("links", List.of(Map.of("href", "/", "label", text("shop.home.back")))).with("here", "/").response();
  }

  private Page page(Here here, Map<String, String> errors, int status) {
    Optional<Contact> contact = data.contact(here);
    return Page.of("account-data").status(status).with("what", what).with("account", here.account())
        .with("form", Map.of()).with("errors", errors).with("here", "/account/" + what)
        .with("to", contact.map(Contact::masked).orElse(null))
        .with("captchaOn", contact.isPresent() && codes.captchaOn());
  }

  private Response toLogin() {
    return Response.seeOther(URI.create("/login?back=/account/" + what)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
