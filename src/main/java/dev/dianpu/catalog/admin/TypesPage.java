package dev.dianpu.catalog.admin;

import dev.dianpu.platform.AdminNotices;
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

/** 商品类型: kinds of goods that share attributes. The number of a new one is 0. */
@Path("/admin/goods-types")
public class TypesPage {

  @Inject Vocabulary vocabulary;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return Page.of("admin/goods-types").with("rows", vocabulary.types());
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page edit(@PathParam("id") long id) {
    return form(id, new EnteredForm(new MultivaluedHashMap<>(
        id == 0 ? Map.of() : Map.of("name", find(id).name()))));
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    TypeRow wanted = new TypeRow(id == 0 ? 0 : find(id).id(), form.text("name", 1, 40), 0, 0);
    if (form.errors().isEmpty() && !vocabulary.save(wanted)) {
      form.wrong("name", Wrong.of("goods.wrong.taken"));
    }
    if (!form.errors().isEmpty()) {
      return form(id, form).status(422).response();
    }
    notices.done(Visit.of(request), "types.saved", wanted.name());
    return Response.seeOther(URI.create("/admin/goods-types")).build();
  }

  private Page form(long id, EnteredForm form) {
    return Page.of("admin/goods-type").with("id", id).with("form", form.values()).with("errors", form.errors())
        .with("rows", vocabulary.attributes(id));
  }

  private TypeRow find(long id) {
    return vocabulary.types().stream().filter(row -> row.id() == id).findFirst().orElseThrow(NotFoundException::new);
  }
}
