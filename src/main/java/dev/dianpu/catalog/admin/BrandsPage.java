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

/** 品牌: the list, and a form for one of it; for a new one the number 0. */
@Path("/admin/brands")
public class BrandsPage {

  private static final URI HERE = URI.create("/admin/brands");

  @Inject Vocabulary vocabulary;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return Page.of("admin/brands").with("rows", vocabulary.brands());
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page edit(@PathParam("id") long id) {
    return form(id, new EnteredForm(new MultivaluedHashMap<>(
        id == 0 ? Map.of("position", "100") : fields(find(id)))));
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    BrandRow wanted = new BrandRow(id == 0 ? 0 : find(id).id(), form.text("name", 1, 40), form.text("brief", 0, 200),
        form.number("position", 0, 99999), 0);
    if (form.errors().isEmpty() && !vocabulary.save(wanted)) {
      form.wrong("name", Wrong.of("goods.wrong.taken"));
    }
    return form.errors().isEmpty() ? done("brands.saved", wanted.name()) : form(id, form).status(422).response();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    BrandRow brand = find(id);
    if (vocabulary.removeBrand(id, brand.name())) {
      return done("brands.removed", brand.name());
    }
    notices.failed(Visit.of(request), "brands.used", brand.name());
    return Response.seeOther(HERE).build();
  }

  private Page form(long id, EnteredForm form) {
    return Page.of("admin/brand").with("id", id).with("form", form.values()).with("errors", form.errors());
  }

  private BrandRow find(long id) {
    return vocabulary.brands().stream().filter(row -> row.id() == id).findFirst().orElseThrow(NotFoundException::new);
  }

  private static Map<String, String> fields(BrandRow row) {
    return Map.of("name", row.name(), "brief", row.brief(), "position", Integer.toString(row.position()));
  }

  private Response done(String notice, String name) {
    versions.look();
    notices.done(Visit.of(request), notice, name);
    return Response.seeOther(HERE).build();
  }
}
