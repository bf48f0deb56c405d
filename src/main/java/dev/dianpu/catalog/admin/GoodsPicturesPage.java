package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.Gallery;
import dev.dianpu.catalog.GalleryEntry;
import dev.dianpu.catalog.PictureRefused;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.text.Spelling;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.Consumes;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.io.IOException;
import java.io.InputStream;
import java.net.URI;
import java.util.Map;

/** The pictures of goods: new ones, their order, what is to be seen. */
@Path("/admin/goods/{id: [1-9][0-9]{0,17}}/pictures")
public class GoodsPicturesPage {

  private static final int LONGEST_WORDS = 120;

  @Inject GoodsBook book;
  @Inject Gallery gallery;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("id") long id) {
    return page(id, 0, Map.of());
  }

  /** Takes those before the first that is refused. */
  @POST
  @Consumes(MediaType.MULTIPART_FORM_DATA)
  public Response upload(@PathParam("id") long id, @HeaderParam("Content-Type") String type, InputStream body)
      throws IOException {
    GoodsDraft goods = find(id);
    Upload upload = Upload.read(body, type);
    String words = Typed.again(Spelling.visible(upload.words(), LONGEST_WORDS), LONGEST_WORDS);
    try {
      for (byte[] file : upload.files()) {
        gallery.add(id, goods.sn(), gallery.draw(file), words);
      }
    } catch (PictureRefused refused) {
      versions.look();
      notices.failed(Visit.of(request), "pictures.refused." + refused.reason());
      return back(id);
    }
    if (upload.files().isEmpty()) {
      notices.failed(Visit.of(request), "pictures.none");
      return back(id);
    }
    return done(id, "pictures.added", upload.files().size());
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

  private Response done(long id, String notice, Object... arguments) {
    versions.look();
    notices.done(Visit.of(request), notice, arguments);
    return back(id);
  }

  private static Response back(long id) {
    return Response.seeOther(URI.create("/admin/goods/" + id + "/pictures")).build();
  }
}
