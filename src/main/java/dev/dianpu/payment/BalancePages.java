package dev.dianpu.payment;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Optional;

/** {@code /account/balance}: what a member has, and how it came about. */
@Path("/account/balance")
public class BalancePages {

  private static final String HERE = "/account/balance";
  private static final int SIZE = 20;

  @Inject Balances balances;
  @Inject Sessions sessions;

  @Context HttpServletRequest request;

  @GET
  public Response show(@QueryParam("before") @DefaultValue("") String before) {
    Optional<Long> member = sessions.of(Visit.of(request)).flatMap(Session::memberId);
    if (member.isEmpty()) {
      return Response.seeOther(URI.create("/login?back=" + HERE)).build();
    }
    long below = before.matches("[0-9]{1,18}") ? Long.parseLong(before) : Long.MAX_VALUE;
    List<BalanceEntry> found = balances.entries(member.get(), below, SIZE + 1);
    List<BalanceEntry> shown = found.subList(0, Math.min(SIZE, found.size()));
    return Page.of("balance").with("amount", balances.of(member.get())).with("entries", shown).with("here", HERE)
        .with("newer", below == Long.MAX_VALUE ? null : HERE)
        .with("older", found.size() > SIZE ? HERE + "?before=" + shown.get(SIZE - 1).id() : null).response();
  }
}
