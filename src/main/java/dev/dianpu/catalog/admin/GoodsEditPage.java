package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
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
import java.time.ZoneId;
import java.util.List;
import java.util.Map;

/** One of the goods with its variants; the number of new ones is 0. */
@Path("/admin/goods/{id: [0-9]{1,18}}")
public class GoodsEditPage {

  @Inject GoodsBook book;
  @Inject Categories categories;
  @Inject Vocabulary vocabulary;
  @Inject Settings settings;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page edit(@PathParam("id") long id) {
    Map<String, String> fields = id == 0 ? Map.of("position", "100", "warn", "5", "onsale", "1", "rows", "0")
        : GoodsForm.fields(find(id), zone());
    return page(id, new EnteredForm(new MultivaluedHashMap<>(fields)), List.of(), 0);
  }

  /** Saves, or shows the form with more rows, by which of its buttons was pressed. */
  @POST
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    switch (form.text("do")) {
      case "more":
        return page(id, form, List.of(), 3).response();
      case "combine":
        return page(id, form, Combinations.of(form.text("combos")), 0).response();
      default:
        return saved(id == 0 ? 0 : find(id).id(), form);
    }
  }

  private Response saved(long id, EnteredForm form) {
    GoodsDraft wanted = new GoodsForm(form, zone()).read(id);
    GoodsBook.Saved saved = form.errors().isEmpty() ? book.save(wanted) : null;
    if (saved != null && !saved.taken().isEmpty()) {
      refuse(form, wanted, saved);
    }
    if (!form.errors().isEmpty()) {
      return page(id, form, List.of(), 0).status(422).response();
    }
    versions.look();
    notices.done(Visit.of(request), id == 0 ? "goods.added" : "goods.saved", wanted.words().name());
    return Response.seeOther(URI.create("/admin/goods/" + saved.id() + (id == 0 ? "/pictures" : ""))).build();
  }

  private static void refuse(EnteredForm form, GoodsDraft wanted, GoodsBook.Saved saved) {
    if (saved.taken().contains(wanted.sn())) {
      form.wrong("sn", Wrong.of("goods.wrong.sn"));
    }
    List<Integer> rows = new GoodsForm(form, ZoneId.of("UTC")).filled();
    for (int i = 0; i < rows.size(); i++) {
      if (saved.taken().contains(wanted.skus().get(i).code())) {
        form.wrong("sku." + rows.get(i) + ".code", Wrong.of("goods.wrong.sn"));
      }
    }
    if (form.errors().isEmpty()) {
      form.wrong("sn", Wrong.of("goods.wrong.sn"));
    }
  }

  private Page page(long id, EnteredForm form, List<String> combinations, int blank) {
    return Page.of("admin/goods-edit").with("id", id).with("form", form.values()).with("errors", form.errors())
        .with("lines", new GoodsForm(form, zone()).lines(combinations, blank)).with("categories", categories.all())
        .with("brands", vocabulary.brands()).with("types", vocabulary.types()).with("zone", zone().getId());
  }

  private GoodsDraft find(long id) {
    return book.find(id).orElseThrow(NotFoundException::new);
  }

  private ZoneId zone() {
    return ZoneId.of(settings.text("shop.zone"));
  }
}
