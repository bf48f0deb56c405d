package dev.dianpu.admin.order;

import dev.dianpu.order.Actor;
import dev.dianpu.order.Dispatch;
import dev.dianpu.order.ImpossibleStep;
import dev.dianpu.order.OrderLine;
import dev.dianpu.order.Orders;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Optional;

/** An order's goods leave: in a parcel, or across the counter. */
@Path("/admin/orders/{sn: [0-9]{8,32}}")
public class DispatchPages {

  @Inject Orders orders;
  @Inject Dispatch dispatch;
  @Inject AdminNotices notices;
  @Inject CurrentAdmin admin;

  @Context HttpServletRequest request;

  /** A parcel leaves. */
  @POST
  @Path("ship")
  public Response ship(@PathParam("sn") String sn, MultivaluedMap<String, String> entered) {
    ParcelForm form = new ParcelForm(entered);
    Orders.Detail detail = orders.find(sn).orElseThrow(NotFoundException::new);
    Optional<Dispatch.Entered> parcel = form.read(detail.lines().stream().filter(OrderLine::open).toList());
    if (parcel.isEmpty()) {
      notices.failed(Visit.of(request), form.problem());
      return back(sn);
    }
    return done(sn, "admin.order.done.ship", () -> dispatch.ship(sn, parcel.get(), actor(), ""));
  }

  /** It can be collected. */
  @POST
  @Path("ready")
  public Response ready(@PathParam("sn") String sn) {
    return done(sn, "admin.order.done.ready", () -> dispatch.makeReady(sn, actor(), ""));
  }

  /** Somebody shows a pickup code. */
  @POST
  @Path("hand-over")
  public Response handOver(@PathParam("sn") String sn, @FormParam("code") @DefaultValue("") String code) {
    try {
      if (dispatch.handOver(sn, code, actor(), "")) {
        notices.done(Visit.of(request), "admin.order.done.hand-over", sn);
      } else {
        notices.failed(Visit.of(request), "admin.order.wrong.code");
      }
    } catch (ImpossibleStep meanwhile) {
      notices.failed(Visit.of(request), "admin.order.impossible");
    }
    return back(sn);
  }

  private Response done(String sn, String notice, Runnable step) {
    try {
      step.run();
      notices.done(Visit.of(request), notice, sn);
    } catch (ImpossibleStep meanwhile) {
      notices.failed(Visit.of(request), "admin.order.impossible");
    }
    return back(sn);
  }

  private static Response back(String sn) {
    return Response.seeOther(URI.create("/admin/orders/" + sn)).build();
  }

  private Actor actor() {
    return Actor.admin(admin.name().orElse(""));
  }
}
