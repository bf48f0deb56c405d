package dev.dianpu.member;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
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
import java.util.Map;
import java.util.Optional;
import java.util.Set;

/** The user centre. */
@Path("/account")
public class AccountPages {

  private static final int LONGEST_INPUT = 120;
  /** What other pages of the user centre come back with. */
  private static final Set<String> CHANGED = Set.of("password", "email", "phone", "phone-removed");

  @Inject Members members;
  @Inject Extensions<PhonePolicy> policies;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response overview(@QueryParam("saved") String saved, @QueryParam("changed") String changed) {
    String notice = saved == null ? null : text("member.account.saved");
    String done = CHANGED.contains(String.valueOf(changed)) ? text("account.changed." + changed) : notice;
    return member().map(account -> page(account, account.nickname(), Map.of(), done, 200).response())
        .orElseGet(AccountPages::toLogin);
  }

  @POST
  @Path("profile")
  public Response save(@FormParam("nickname") @DefaultValue("") String nickname) {
    Optional<Members.Account> account = member();
    if (account.isEmpty()) {
      return toLogin();
    }
    Optional<String> wrong = MemberRules.nickname(nickname);
    if (wrong.isPresent()) {
      return page(account.get(), nickname, Map.of("nickname", text(wrong.get())), null, 422).response();
    }
    members.describe(account.get().id(), nickname.strip());
    return Response.seeOther(URI.create("/account?saved")).build();
  }

  private Page page(Members.Account account, String nickname, Map<String, String> errors, String notice, int status) {
    return Page.of("account").status(status).with("account", account).with("errors", errors).with("here", "/account")
        .with("form", Map.of("nickname", Typed.again(nickname, LONGEST_INPUT))).with("notice", notice)
        .with("phoneWanted", account.phone().isEmpty()
            && policies.first().map(PhonePolicy::phoneRequiredForOrders).orElse(false));
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
