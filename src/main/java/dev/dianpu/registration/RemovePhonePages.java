package dev.dianpu.registration;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.AccountChange.Needed;
import dev.dianpu.registration.AccountCodes.Here;
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

/** 解绑手机号 of the user centre. */
@Path("/account/phone/remove")
public class RemovePhonePages {

  @Inject RemovePhone remove;
  @Inject AccountCodes codes;
  @Inject Messages messages;
  @Context HttpServletRequest request;

  @GET
  public Response form() {
    return answer(new AccountForm());
  }

  @POST
  public Response submit(@BeanParam AccountForm form) {
    return answer(form);
  }

  private Response answer(AccountForm form) {
    Optional<Here> here = codes.here(Visit.of(request));
    if (here.isEmpty()) {
      return to("/login?back=/account/phone/remove");
    }
    Optional<Needed> needed = remove.needed(here.get());
    if (needed.isEmpty()) {
      return to("/account/phone");
    }
    if (request.getMethod().equals("GET") || form.action.equals("new-captcha")) {
      return page(here.get(), form, Map.of(), 200).response();
    }
    return form.action.equals("send-old") ? send(here.get(), form, needed.get()) : save(here.get(), form, needed.get());
  }

  private Response send(Here here, AccountForm form, Needed needed) {
    CodeAnswer answer = codes.send(here, needed.contact(), needed.purpose(), form.captcha, Visit.of(request));
    if (answer instanceof CodeAnswer.Refused refused) {
      String beside = refused.reason().field().equals("captcha") ? "captcha" : "oldCode";
      String words = refused.words(messages, Visit.of(request).locale(), "code.reason.");
      return page(here, form, Map.of(beside, words), refused.reason().status()).response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String words = sent.certain() ? text("account.sent", needed.contact().masked(), sent.validFor() / 60)
        : text("registration.outcome-unknown");
    return page(here, form, Map.of(), 200).with("oldCodeStatus", words).response();
  }

  private Response save(Here here, AccountForm form, Needed needed) {
    List<Mistake> mistakes = remove.remove(new ChangeAccount.Asked(here, form, Visit.of(request)), needed);
    if (mistakes.isEmpty()) {
      return to("/account?changed=phone-removed");
    }
    Map<String, String> errors = new LinkedHashMap<>();
    mistakes.forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), wrong.arguments().toArray())));
    return page(here, form, errors, 422).response();
  }

  private Page page(Here here, AccountForm form, Map<String, String> errors, int status) {
    return Page.of("account-phone-remove").status(status).with("account", here.account()).with("form", form.again())
        .with("errors", errors).with("here", "/account/phone/remove").with("wanted", remove.wantedForOrders())
        .with("captchaOn", codes.captchaOn());
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
