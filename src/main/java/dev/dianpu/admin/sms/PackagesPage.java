package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.ChannelOverview;
import dev.dianpu.sms.supply.PackageUse;
import dev.dianpu.sms.supply.Packages;
import dev.dianpu.sms.supply.SmsPackage;
import dev.dianpu.sms.supply.SupplyWatch;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** 套餐: what the owner bought from the gateways, and how much of it is used. */
@Path("/admin/sms/packages")
public class PackagesPage {

  private static final URI HERE = URI.create("/admin/sms/packages");

  @Inject Packages packages;
  @Inject SupplyWatch watch;
  @Inject ChannelOverview channels;
  @Inject ChannelNames names;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  /** A package as the page shows it. */
  public record Line(String name, PackageUse use) {}

  /** A channel that a package can be for. */
  public record Choice(String id, String name) {}

  @GET
  public Page show() {
    return page(Map.of(), Map.of());
  }

  @POST
  public Response add(MultivaluedMap<String, String> entered) {
    PackageForm form = new PackageForm(entered);
    Optional<SmsPackage> pack = form.read(channels.all().stream().map(ChannelOverview.State::id).toList());
    if (pack.isEmpty()) {
      return page(form.values(), form.errors()).status(422).response();
    }
    packages.add(pack.get());
    return done("admin.packages.added");
  }

  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    packages.remove(id);
    return done("admin.packages.removed");
  }

  private Response done(String notice) {
    watch.look();
    notices.done(Visit.of(request), notice);
    return Response.seeOther(HERE).build();
  }

  private Page page(Map<String, String> form, Map<String, String> errors) {
    var locale = Visit.of(request).locale();
    List<Line> lines = packages.all().stream().map(use -> new Line(names.of(use.pack().channel(), locale), use)).toList();
    return Page.of("admin/packages").with("lines", lines).with("form", form).with("errors", errors)
        .with("channels", channels.all().stream()
            .map(state -> new Choice(state.id(), names.of(state.id(), locale))).toList());
  }
}
