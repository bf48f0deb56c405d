package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.Gallery;
import dev.dianpu.catalog.GalleryEntry;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** The pictures of goods: their order, what is to be seen; {@link GoodsUploadServlet} takes new ones. */
@Path("/admin/goods/{id: [1-9][0-9]{0,17}}/pictures")
public class GoodsPicturesPage {

  @Inject GoodsBook book;
  @Inject Gallery gallery;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("id") long id) {
    return page(id, 0, Map.of());
  }

  @POST
  @Path("{picture: [1-9][0-9]{0,17}}")
  public Response change(@PathParam("id") long id, @PathParam("picture") long picture,
      MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    GalleryEntry wanted = new GalleryEntry(picture, "", form.text("alt", 0, 120), form.number("position", 0, 99_999));
    if (!form.errors().isEmpty()) {
      return page(id, picture, form.errors()).status(422).response();
    }
    if (!gallery.change(id, find(id).sn(), wanted)) {
      throw new NotFoundException();
    }
    return done(id, "pictures.saved");
  }

  @POST
  @Path("{picture: [1-9][0-9]{0,17}}/remove")
  public Response remove(@PathParam("id") long id, @PathParam("picture") long picture) {
    gallery.remove(id, find(id).sn(), picture);
    return done(id, "pictures.removed");
  }

  private Page page(long id, long wrong, Map<String, Wrong> errors) {
    return Page.of("admin/goods-pictures").with("id", id).with("name", find(id).words().name())
        .with("rows", gallery.of(id)).with("most", Gallery.MOST).with("wrong", wrong).with("errors", errors);
  }

  private GoodsDraft find(long id) {
    return book.find(id).orElseThrow(NotFoundException::new);
  }

  private Response done(long id, String notice) {
    versions.look();
    notices.done(Visit.of(request), notice);
    return Response.seeOther(URI.create("/admin/goods/" + id + "/pictures")).build();
  }
}
