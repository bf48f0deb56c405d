package dev.dianpu.admin.order;

import dev.dianpu.member.Members;
import dev.dianpu.order.Actor;
import dev.dianpu.order.ImpossibleStep;
import dev.dianpu.order.OrderDesk;
import dev.dianpu.order.Orders;
import dev.dianpu.payment.PaymentNotices;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.CurrentAdmin;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.Map;

/** One order, and what the shop does with it; sending is the business of {@link DispatchPages}. */
@Path("/admin/orders/{sn: [0-9]{8,32}}")
public class OrderPage {

  private static final int LONGEST_NOTE = 200;

  @Inject Orders orders;
  @Inject OrderDesk desk;
  @Inject Members members;
  @Inject PaymentNotices payments;
  @Inject AdminNotices notices;
  @Inject CurrentAdmin admin;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("sn") String sn) {
    return page(sn, Map.of());
  }

  /** A step that needs nothing but a note. */
  @POST
  @Path("{action: confirm|pay|pick|reject|return|note}")
  public Response step(@PathParam("sn") String sn, @PathParam("action") String action,
      @FormParam("note") @DefaultValue("") String typed) {
    String note = typed.strip();
    if (note.length() > LONGEST_NOTE || action.equals("note") && note.isEmpty()) {
      return page(sn, Map.of("note", "admin.order.wrong.note")).status(422).response();
    }
    return done(sn, "admin.order.done." + action, () -> {
      switch (action) {
        case "confirm" -> desk.confirm(sn, actor(), note);
        case "pay" -> desk.pay(sn, actor(), note);
        case "pick" -> desk.pick(sn, actor(), note);
        case "reject" -> desk.reject(sn, actor(), note);
        case "return" -> desk.takeBack(sn, actor(), note);
        default -> desk.note(sn, actor(), note);
      }
    });
  }

  /** Gives money back to the balance. */
  @POST
  @Path("refund")
  public Response refund(@PathParam("sn") String sn, @FormParam("amount") @DefaultValue("") String typed,
      @FormParam("note") @DefaultValue("") String note) {
    BigDecimal held = find(sn).order().held();
    BigDecimal amount = typed.strip().matches("[0-9]{1,10}(\\.[0-9]{1,2})?") ? new BigDecimal(typed.strip())
        : BigDecimal.ZERO;
    if (amount.signum() <= 0 || amount.compareTo(held) > 0 || note.length() > LONGEST_NOTE) {
      return page(sn, Map.of("amount", "admin.order.wrong.amount")).status(422).response();
    }
    return done(sn, "admin.order.done.refund", () -> desk.refund(sn, amount, actor(), note.strip()));
  }

  private Response done(String sn, String notice, Runnable step) {
    find(sn);
    try {
      step.run();
      notices.done(Visit.of(request), notice, sn);
    } catch (ImpossibleStep meanwhile) {
      notices.failed(Visit.of(request), "admin.order.impossible");
    }
    return Response.seeOther(URI.create("/admin/orders/" + sn)).build();
  }

  private Page page(String sn, Map<String, String> errors) {
    Orders.Detail detail = find(sn);
    return Page.of("admin/order").with("order", detail.order()).with("lines", detail.lines())
        .with("steps", detail.steps()).with("parcels", detail.parcels()).with("errors", errors)
        .with("member", members.account(detail.order().memberId()).orElse(null)).with("told", payments.of(sn));
  }

  private Orders.Detail find(String sn) {
    return orders.find(sn).orElseThrow(NotFoundException::new);
  }

  private Actor actor() {
    return Actor.admin(admin.name().orElse(""));
  }
}
