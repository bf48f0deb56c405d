package dev.dianpu.admin.member;

import dev.dianpu.member.MemberDirectory;
import dev.dianpu.member.MemberState;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Optional;

/** 会员列表: found by phone, name or e-mail; and one member with the logins. */
@Path("/admin/members")
public class MembersPage {

  private static final String HERE = "/admin/members";
  private static final int SIZE = 30;
  /** Whoever has leafed through so many does better to type another letter. */
  private static final int LAST = 3000;
  private static final int LONGEST = 100;

  @Inject MemberDirectory directory;
  @Inject AdminNotices notices;
  @Context HttpServletRequest request;

  @GET
  public Page list(@QueryParam("q") @DefaultValue("") String typed, @QueryParam("state") @DefaultValue("") String state,
      @QueryParam("before") @DefaultValue("") String before, @QueryParam("from") @DefaultValue("") String from) {
    String search = Typed.again(typed.strip(), LONGEST);
    Optional<MemberState> wanted =
        Arrays.stream(MemberState.values()).filter(known -> known.name().equals(state)).findFirst();
    int skipped = from.matches("[0-9]{1,4}") ? Math.min(Integer.parseInt(from), LAST) : 0;
    Optional<Long> below = before.matches("[0-9]{1,18}") ? Optional.of(Long.valueOf(before)) : Optional.empty();
    List<MemberDirectory.Line> found = search.isEmpty() ? directory.newest(wanted, below, SIZE + 1)
        : directory.find(search, wanted, skipped, SIZE + 1);
    List<MemberDirectory.Line> rows = found.subList(0, Math.min(SIZE, found.size()));
    String next = search.isEmpty() ? "before=" + (rows.isEmpty() ? 0 : rows.get(rows.size() - 1).id())
        : "from=" + (skipped + SIZE);
    return Page.of("admin/members").with("rows", rows).with("q", search).with("state", state)
        .with("states", MemberState.values()).with("filtered", !search.isEmpty() || wanted.isPresent())
        .with("older", found.size() > SIZE ? address(search, state, next) : null)
        .with("newer", skipped > 0 || below.isPresent() ? address(search, state, "") : null);
  }

  private static String address(String search, String state, String place) {
    return HERE + "?q=" + URLEncoder.encode(search, StandardCharsets.UTF_8)
        + "&state=" + URLEncoder.encode(state, StandardCharsets.UTF_8) + (place.isEmpty() ? "" : "&" + place);
  }

  /** One member. */
  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page show(@PathParam("id") long id) {
    return Page.of("admin/member")
        .with("member", directory.detail(id).orElseThrow(NotFoundException::new));
  }

  /** Shuts the account, or opens it again. */
  @POST
  @Path("{id: [0-9]{1,18}}/{what: freeze|unfreeze}")
  public Response freeze(@PathParam("id") long id, @PathParam("what") String what) {
    if (directory.freeze(id, what.equals("freeze"))) {
      notices.done(Visit.of(request), "members." + what + ".done");
    } else {
      notices.failed(Visit.of(request), "members.unchanged");
    }
    return Response.seeOther(URI.create(HERE + "/" + id)).build();
  }
}
