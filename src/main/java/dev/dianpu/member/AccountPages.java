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
import java.util.Map;
import java.util.Optional;

/** The user centre. */
@Path("/account")
public class AccountPages {

  private static final int LONGEST_INPUT = 120;

  @Inject Members members;
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
      @FormParam("email") @DefaultValue("") String email) {
    Optional<Members.Account> account = member();
    if (account.isEmpty()) {
      return toLogin();
    }
    Map<String, String> errors = new HashMap<>();
    MemberRules.nickname(nickname).ifPresent(key -> errors.put("nickname", text(key)));
    MemberRules.email(email).ifPresent(key -> errors.put("email", text(key)));
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

  private String text(String key) {
    return messages.text(Visit.of(request).locale(), key);
  }
}
