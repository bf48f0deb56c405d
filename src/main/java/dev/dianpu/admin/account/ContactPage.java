package dev.dianpu.admin.account;

import dev.dianpu.admin.factor.FactorBook;
import dev.dianpu.admin.factor.Factors;
import dev.dianpu.admin.factor.RecoveryCodes;
import dev.dianpu.member.MemberRules;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.registration.OwnCodes;
import dev.dianpu.spi.Purpose;
import dev.dianpu.verification.Contact;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;

/** 登录手机 and 登录邮箱: an admin's phone or e-mail address is kept once a code came back from it. */
@Path("/admin/security/{what: phone|email}")
public class ContactPage {

  private static final int LONGEST = 120;

  @Inject FactorBook book;
  @Inject FactorChange change;
  @Inject FactorView view;
  @Inject RecoveryCodes recovery;
  @Inject OwnCodes codes;
  @Inject Confirmed confirmed;
  @Inject Notices notices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @PathParam("what") String what;

  @GET
  public Response show() {
    return confirmed.missing(Visit.of(request)) ? ConfirmPage.ask(here()) : page("").response();
  }

  @POST
  public Response save(@FormParam("contact") @DefaultValue("") String typed,
      @FormParam("code") @DefaultValue("") String code, @FormParam("current") @DefaultValue("") String current,
      @FormParam("action") @DefaultValue("") String action) {
    if (confirmed.missing(Visit.of(request))) {
      return ConfirmPage.ask(here());
    }
    Visit visit = Visit.of(request);
    Optional<Contact> contact = contact(typed);
    if (contact.isEmpty()) {
      return refused(typed, "contact", what.equals("phone") ? "registration.phone-invalid" : "member.email.wrong", 422);
    }
    if (action.equals("send")) {
      return view.told(page(typed), Optional.of(change.send(contact.get(), visit)), visit.locale()).response();
    }
    Optional<Login.Result> wrong = change.contact(contact.get(), code, current, visit);
    return wrong.map(result -> refused(typed, result.field(), result.problem(), result.status(), result.arguments()))
        .orElseGet(this::saved);
  }

  /** The first second factor brings recovery codes with it. */
  private Response saved() {
    Factors factors = book.of(admin().admin());
    if (factors.second() && factors.recovery() == 0) {
      return Page.of("admin/recovery-codes").with("codes", recovery.renew(admin().admin())).response();
    }
    notices.done(Visit.of(request), "admin.security." + what + ".saved");
    return Response.seeOther(URI.create(SecurityPage.HERE)).build();
  }

  private Optional<Contact> contact(String typed) {
    if (what.equals("phone")) {
      return PhoneNumbers.mainlandMobile(typed).map(Contact::of);
    }
    return MemberRules.email(typed).isPresent() ? Optional.empty() : Optional.of(Contact.email(typed));
  }

  private Response refused(String typed, String field, String problem, int status, Object... arguments) {
    String text = messages.text(Visit.of(request).locale(), problem, arguments);
    return page(typed).with("errors", Map.of(field, text)).status(status).response();
  }

  private Page page(String typed) {
    Contact sample = new Contact(what.equals("phone") ? "+8613800138000" : "name@example.com");
    return Page.of("admin/security-contact").with("what", what).with("typed", Typed.again(typed, LONGEST))
        .with("possible", codes.possible(sample, Purpose.CONFIRM)).with("errors", Map.of());
  }

  private String here() {
    return "/admin/security/" + what;
  }

  private SignedIn admin() {
    return SignedIn.of(Visit.of(request)).orElseThrow();
  }
}
