package dev.dianpu.member;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
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
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The user centre. */
@Path("/account")
public class AccountPages {

  private static final int LONGEST_INPUT = 120;

  @Inject Members members;
  @Inject OwnPassword ownPassword;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response overview(@QueryParam("saved") String saved) {
    return member().map(account -> page(account, account.nickname(), account.email(), Map.of(), saved != null, 200)
        .response()).orElseGet(AccountPages::toLogin);
  }

  @POST
  @Path("profile")
  public Response save(@FormParam("nickname") @DefaultValue("") String nickname,
      @FormParam("email") @DefaultValue("") String email, @FormParam("current") @DefaultValue("") String current) {
    Optional<Members.Account> account = member();
    if (account.isEmpty()) {
      return toLogin();
    }
    Map<String, String> errors = new HashMap<>();
    MemberRules.nickname(nickname).ifPresent(key -> errors.put("nickname", text(key)));
    MemberRules.email(email).ifPresent(key -> errors.put("email", text(key)));
    if (errors.isEmpty() && !email.strip().toLowerCase(Locale.ROOT).equals(account.get().email())) {
      checkPassword(account.get(), current, errors);
    }
    if (errors.isEmpty()) {
      try {
        members.describe(account.get().id(), nickname.strip(), email.strip());
        return Response.seeOther(URI.create("/account?saved")).build();
      } catch (Taken taken) {
        errors.put("email", text("member.email.taken"));
      }
    }
    return page(account.get(), nickname, email, errors, false, 422).response();
  }

  /** Whoever has the e-mail address has the account, sooner or later. */
  private void checkPassword(Members.Account account, String current, Map<String, String> errors) {
    if (current.isEmpty()) {
      errors.put("current", text("member.account.password-required"));
      return;
    }
    Login.Answer answer = ownPassword.check(account.id(), current, Visit.of(request));
    switch (answer.result()) {
      case WAIT -> errors.put("current", text("member.account.wait", answer.retryAfter().toSeconds() + 1));
      case WRONG -> errors.put("current", text("member.account.password-wrong"));
      default -> { }
    }
  }

  private Page page(Members.Account account, String nickname, String email, Map<String, String> errors, boolean saved,
      int status) {
    return Page.of("account").status(status).with("account", account).with("errors", errors).with("here", "/account")
        .with("form", Map.of("nickname", Typed.again(nickname, LONGEST_INPUT), "email", Typed.again(email, LONGEST_INPUT)))
        .with("notice", saved ? text("member.account.saved") : null);
  }

  private Optional<Members.Account> member() {
    return sessions.of(Visit.of(request)).flatMap(Session::memberId).flatMap(members::account);
  }

  private static Response toLogin() {
    return Response.seeOther(URI.create("/login?back=/account")).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
