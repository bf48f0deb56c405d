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

/** 商品分类: the tree, and a form for one of it. */
@Path("/admin/categories")
public class CategoriesPage {

  private static final URI HERE = URI.create("/admin/categories");

  @Inject Categories categories;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return Page.of("admin/categories").with("rows", categories.all());
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page edit(@PathParam("id") long id) {
    EnteredForm form = new EnteredForm(new MultivaluedHashMap<>(id == 0
        ? Map.of("position", "100", "shown", "1") : fields(find(id))));
    return form(id, form);
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    CategoryRow wanted = new CategoryRow(id == 0 ? 0 : find(id).id(), form.choice("parent").orElse(0L),
        form.text("name", 1, 40), form.text("brief", 0, 120), form.number("position", 0, 99999),
        form.ticked("shown"), 0, 0);
    if (form.errors().isEmpty() && !categories.save(wanted)) {
      form.wrong("parent", Wrong.of("categories.wrong.parent"));
    }
    return form.errors().isEmpty() ? done("categories.saved", wanted.name()) : form(id, form).status(422).response();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    CategoryRow category = find(id);
    if (categories.remove(category)) {
      return done("categories.removed", category.name());
    }
    notices.failed(Visit.of(request), "categories.not-empty", category.name());
    return Response.seeOther(HERE).build();
  }

  private Page form(long id, EnteredForm form) {
    return Page.of("admin/category").with("id", id).with("form", form.values()).with("errors", form.errors())
        .with("parents", categories.parents(id));
  }

  private CategoryRow find(long id) {
    return categories.find(id).orElseThrow(NotFoundException::new);
  }

  private static Map<String, String> fields(CategoryRow row) {
    return Map.of("parent", Long.toString(row.parentId()), "name", row.name(), "brief", row.brief(),
        "position", Integer.toString(row.position()), "shown", row.shown() ? "1" : "");
  }

  private Response done(String notice, String name) {
    versions.look();
    notices.done(Visit.of(request), notice, name);
    return Response.seeOther(HERE).build();
  }
}
