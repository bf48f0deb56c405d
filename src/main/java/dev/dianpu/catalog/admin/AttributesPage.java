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

/** An attribute of a type of goods. The number of a new one is 0. */
@Path("/admin/goods-types/{type: [1-9][0-9]{0,17}}/attributes/{id: [0-9]{1,18}}")
public class AttributesPage {

  @Inject Vocabulary vocabulary;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page edit(@PathParam("type") long type, @PathParam("id") long id) {
    return form(type, id, new EnteredForm(new MultivaluedHashMap<>(
        id == 0 ? Map.of("position", "100", "filtered", "1") : fields(find(type, id)))));
  }

  @POST
  public Response save(@PathParam("type") long type, @PathParam("id") long id, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    AttributeRow wanted = new AttributeRow(id == 0 ? 0 : find(type, id).id(), type, form.text("name", 1, 40),
        form.lines("choices", 1000), form.ticked("filtered"), form.number("position", 0, 99999));
    if (wanted.values().stream().anyMatch(value -> value.length() > 100)) {
      form.wrong("choices", Wrong.of("types.wrong.choices"));
    }
    if (form.errors().isEmpty() && !vocabulary.save(wanted)) {
      form.wrong("name", Wrong.of("goods.wrong.taken"));
    }
    return form.errors().isEmpty() ? done(type, "types.attribute.saved", wanted.name())
        : form(type, id, form).status(422).response();
  }

  @POST
  @Path("remove")
  public Response remove(@PathParam("type") long type, @PathParam("id") long id) {
    AttributeRow attribute = find(type, id);
    if (vocabulary.removeAttribute(attribute)) {
      return done(type, "types.attribute.removed", attribute.name());
    }
    notices.failed(Visit.of(request), "types.attribute.used", attribute.name());
    return Response.seeOther(URI.create("/admin/goods-types/" + type)).build();
  }

  private Page form(long type, long id, EnteredForm form) {
    String name = vocabulary.types().stream().filter(row -> row.id() == type).map(TypeRow::name).findFirst()
        .orElseThrow(NotFoundException::new);
    return Page.of("admin/goods-attribute").with("type", type).with("typeName", name).with("id", id)
        .with("form", form.values()).with("errors", form.errors());
  }

  private AttributeRow find(long type, long id) {
    return vocabulary.attributes(type).stream().filter(row -> row.id() == id).findFirst()
        .orElseThrow(NotFoundException::new);
  }

  private static Map<String, String> fields(AttributeRow row) {
    return Map.of("name", row.name(), "choices", row.choices(), "filtered", row.filtered() ? "1" : "",
        "position", Integer.toString(row.position()));
  }

  private Response done(long type, String notice, String name) {
    versions.look();
    notices.done(Visit.of(request), notice, name);
    return Response.seeOther(URI.create("/admin/goods-types/" + type)).build();
  }
}
