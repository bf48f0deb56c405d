package dev.dianpu.member;

import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.LocalAddress;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.region.RegionChoice;
import dev.dianpu.region.Regions;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/** {@code /account/addresses}: where parcels go. */
@Path("/account/addresses")
public class AddressPages {

  private static final String HERE = "/account/addresses";

  @Inject Addresses addresses;
  @Inject Regions regions;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Page list(@QueryParam("saved") String saved) {
    return Page.of("addresses").with("addresses", addresses.of(member())).with("most", Addresses.MOST)
        .with("here", HERE).with("notice", saved == null ? null : text("address.saved"));
  }

  @GET
  @Path("new")
  public Page blank(@QueryParam("back") @DefaultValue("") String back) {
    member();
    return page(0, Map.of(), RegionChoice.of(regions, 0), back);
  }

  @GET
  @Path("{id: [0-9]{1,18}}")
  public Page one(@PathParam("id") long id, @QueryParam("back") @DefaultValue("") String back) {
    Address address = addresses.find(member(), id).orElseThrow(NotFoundException::new);
    return page(id, AddressForm.values(address), RegionChoice.of(regions, address.region().code()), back)
        .with("phone", address.phone().masked());
  }

  @POST
  @Path("new")
  public Response add(@BeanParam AddressForm form) {
    return save(member(), Optional.empty(), form);
  }

  @POST
  @Path("{id: [0-9]{1,18}}")
  public Response change(@PathParam("id") long id, @BeanParam AddressForm form) {
    long memberId = member();
    return save(memberId, Optional.of(addresses.find(memberId, id).orElseThrow(NotFoundException::new)), form);
  }

  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    addresses.remove(member(), id);
    return to(HERE + "?saved");
  }

  private Response save(long memberId, Optional<Address> known, AddressForm form) {
    if (form.choosing()) {
      return again(known, form, Map.of(), 200);
    }
    Optional<Address> address = form.read(regions, known);
    if (address.isEmpty()) {
      return again(known, form, form.errors(), 422);
    }
    return addresses.save(memberId, address.get())
        .map(id -> form.back.equals("/checkout") ? to("/checkout?address=" + id) : to(HERE + "?saved"))
        .orElseGet(() -> again(known, form, Map.of("form", "address.too-many"), 422));
  }

  private Response again(Optional<Address> known, AddressForm form, Map<String, String> errors, int status) {
    Map<String, String> words = errors.entrySet().stream()
        .collect(Collectors.toMap(Map.Entry::getKey, wrong -> text(wrong.getValue(), Addresses.MOST)));
    return page(known.map(Address::id).orElse(0L), form.values(), form.choice(regions), form.back)
        .with("errors", words).with("phone", known.map(address -> address.phone().masked()).orElse(null))
        .status(status).response();
  }

  private Page page(long id, Map<String, String> form, RegionChoice choice, String back) {
    String where = HERE + "/" + (id == 0 ? "new" : id);
    return Page.of("address").with("form", form).with("choice", choice).with("action", where).with("here", where)
        .with("new", id == 0).with("back", back.isEmpty() ? "" : LocalAddress.orHome(back).toString())
        .with("errors", Map.of());
  }

  /** Who is logged in; anybody else is sent to the login. */
  private long member() {
    return sessions.of(Visit.of(request)).flatMap(Session::memberId)
        .orElseThrow(() -> new WebApplicationException(to("/login?back=" + HERE)));
  }

  private static Response to(String path) {
    return Response.seeOther(URI.create(path)).build();
  }

  private String text(String key, Object... arguments) {
    return messages.text(Visit.of(request).locale(), key, arguments);
  }
}
