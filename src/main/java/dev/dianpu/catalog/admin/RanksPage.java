package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** 会员等级: what members of a rank pay. A rank stays, since members have it; the number of a new one is 0. */
@Path("/admin/ranks")
public class RanksPage {

  private static final URI HERE = URI.create("/admin/ranks");

  @Inject Vocabulary vocabulary;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return Page.of("admin/ranks").with("rows", vocabulary.ranks());
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page edit(@PathParam("id") long id) {
    return form(id, new EnteredForm(new MultivaluedHashMap<>(
        id == 0 ? Map.of("discount", "100", "points", "0", "shown", "1") : fields(find(id)))));
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    RankRow wanted = new RankRow(id == 0 ? 0 : find(id).id(), form.text("name", 1, 30), form.number("discount", 1, 100),
        form.number("points", 0, 99_999_999), form.ticked("shown"));
    if (form.errors().isEmpty() && !vocabulary.save(wanted)) {
      form.wrong("name", Wrong.of("goods.wrong.taken"));
    }
    if (!form.errors().isEmpty()) {
      return form(id, form).status(422).response();
    }
    versions.look();
    notices.done(Visit.of(request), "ranks.saved", wanted.name());
    return Response.seeOther(HERE).build();
  }

  private Page form(long id, EnteredForm form) {
    return Page.of("admin/rank").with("id", id).with("form", form.values()).with("errors", form.errors());
  }

  private RankRow find(long id) {
    return vocabulary.ranks().stream().filter(row -> row.id() == id).findFirst().orElseThrow(NotFoundException::new);
  }

  private static Map<String, String> fields(RankRow row) {
    return Map.of("name", row.name(), "discount", Integer.toString(row.discount()),
        "points", Integer.toString(row.pointsFrom()), "shown", row.shown() ? "1" : "");
  }
}
