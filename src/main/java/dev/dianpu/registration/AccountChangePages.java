package dev.dianpu.registration;

import dev.dianpu.member.MemberRules;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.AccountChange.Needed;
import dev.dianpu.registration.AccountCodes.Here;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 修改密码, 修改邮箱 and 修改手机 of the user centre: each a form with a button that sends a code. */
@Path("/account/{what: password|email|phone}")
public class AccountChangePages {

  @Inject ChangeAccount change;
  @Inject AccountCodes codes;
  @Inject OwnCodes own;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @PathParam("what") String what;

  @GET
  public Response form() {
    return codes.here(Visit.of(request)).map(here -> page(here, new AccountForm(), Map.of(), 200).response())
        .orElseGet(this::toLogin);
  }

  @POST
  public Response submit(@BeanParam AccountForm form) {
    Visit visit = Visit.of(request);
    Optional<Here> here = codes.here(visit);
    if (here.isEmpty()) {
      return toLogin();
    }
    return switch (form.action) {
      case "new-captcha" -> page(here.get(), form, Map.of(), 200).response();
      case "send" -> send(here.get(), form, false);
      case "send-old" -> send(here.get(), form, true);
      default -> save(here.get(), form);
    };
  }

  private Response save(Here here, AccountForm form) {
    ChangeAccount.Asked asked = new ChangeAccount.Asked(here, form, Visit.of(request));
    List<Mistake> mistakes = switch (what) {
      case "password" -> change.password(asked);
      case "email" -> change.email(asked);
      default -> change.phone(asked);
    };
    if (mistakes.isEmpty()) {
      return Response.seeOther(URI.create("/account?changed=" + what)).build();
    }
    Map<String, String> errors = new LinkedHashMap<>();
    mistakes.forEach(wrong -> errors.put(wrong.field(), text(wrong.text(), wrong.arguments().toArray())));
    return page(here, form, errors, 422).response();
  }

  private Response send(Here here, AccountForm form, boolean toOld) {
    Optional<String> wrong = typedWrong(form, toOld);
    if (wrong.isPresent()) {
      return page(here, form, Map.of(what, text(wrong.get())), 422).response();
    }
    Optional<Needed> needed = toOld ? ofOld(here) : needed(here, form);
    CodeAnswer answer = needed
        .map(to -> codes.send(here, to.contact(), to.purpose(), form.captcha, Visit.of(request)))
        .orElse(new CodeAnswer.Refused(CodeAnswer.Reason.FEATURE_OFF, 0));
    String field = toOld ? "oldCode" : "smsCode";
    if (answer instanceof CodeAnswer.Refused refused) {
      String beside = refused.reason().field().equals("captcha") ? "captcha" : field;
      String words = refused.words(messages, Visit.of(request).locale(), "code.reason.");
      return page(here, form, Map.of(beside, words), refused.reason().status()).response();
    }
    CodeAnswer.Sent sent = (CodeAnswer.Sent) answer;
    String words = sent.certain() ? text("account.sent", needed.get().contact().masked(), sent.validFor() / 60)
        : text("registration.outcome-unknown");
    return page(here, form, Map.of(), 200).with(field + "Status", words).response();
  }

  /** What is wrong with the new address or phone, before anything is spent on it. */
  private Optional<String> typedWrong(AccountForm form, boolean toOld) {
    if (what.equals("email")) {
      return MemberRules.email(form.email);
    }
    boolean phone = what.equals("phone") && !toOld && PhoneNumbers.mainlandMobile(form.phone).isEmpty();
    return phone ? Optional.of("registration.phone-invalid") : Optional.empty();
  }

  private Optional<Needed> needed(Here here, AccountForm form) {
    return switch (what) {
      case "password" -> change.forPassword(here).stream().findFirst();
      case "email" -> change.forEmail(here, form.email).stream().findFirst();
      default -> PhoneNumbers.mainlandMobile(form.phone)
          .map(phone -> new Needed(Contact.of(phone), Purpose.BIND_PHONE));
    };
  }

  private Optional<Needed> ofOld(Here here) {
    return what.equals("phone") ? codes.phone(here, Purpose.UNBIND_PHONE)
        .map(phone -> new Needed(phone, Purpose.UNBIND_PHONE)) : Optional.empty();
  }

  private Page page(Here here, AccountForm form, Map<String, String> errors, int status) {
    boolean phone = what.equals("phone");
    Contact sample = new Contact("+8613800138000");
    boolean code = switch (what) {
      case "password" -> !change.forPassword(here).isEmpty();
      case "email" -> !change.forEmail(here, "name@example.com").isEmpty();
      default -> own.possible(sample, Purpose.BIND_PHONE);
    };
    String to = what.equals("password")
        ? change.forPassword(here).stream().findFirst().map(one -> one.contact().masked()).orElse(null) : null;
    return Page.of("account-change").status(status).with("what", what).with("account", here.account())
        .with("form", form.again()).with("errors", errors).with("here", "/account/" + what).with("codeOn", code)
        .with("old", phone && ofOld(here).isPresent()).with("to", to)
        .with("captchaOn", code && codes.captchaOn());
  }

  private Response toLogin() {
    return Response.seeOther(URI.create("/login?back=/account/" + what)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
