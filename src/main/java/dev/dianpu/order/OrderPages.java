package dev.dianpu.order;

import dev.dianpu.payment.Payments;
import dev.dianpu.platform.session.Session;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Payment;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
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
import java.util.List;
import java.util.Map;

/** {@code /orders}: a member's own orders. */
@Path("/orders")
public class OrderPages {

  private static final String HERE = "/orders";
  private static final int SIZE = 10;
  private static final int LAST_PAGE = 1000;
  private static final String SN = "{sn: [0-9]{8,32}}";

  @Inject Orders orders;
  @Inject OrderDesk desk;
  @Inject Payments payments;
  @Inject Sessions sessions;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Page list(@QueryParam("page") @DefaultValue("1") int number) {
    if (number < 1 || number > LAST_PAGE) {
      throw new NotFoundException();
    }
    List<Orders.Summary> found = orders.of(member(), (number - 1) * SIZE, SIZE);
    return Page.of("orders").with("orders", found.subList(0, Math.min(SIZE, found.size()))).with("here", HERE)
        .with("newer", number > 1 ? HERE + "?page=" + (number - 1) : null)
        .with("older", found.size() > SIZE ? HERE + "?page=" + (number + 1) : null);
  }

  @GET
  @Path(SN)
  public Page one(@PathParam("sn") String sn, @QueryParam("placed") String placed, @QueryParam("done") String done) {
    return page(find(sn), placed != null ? "order.placed" : done != null ? "order.done" : null, null);
  }

  /** Calls it off. */
  @POST
  @Path(SN + "/cancel")
  public Response cancel(@PathParam("sn") String sn) {
    return done(find(sn), () -> desk.cancel(sn));
  }

  /** Says that it has arrived. */
  @POST
  @Path(SN + "/receive")
  public Response receive(@PathParam("sn") String sn) {
    return done(find(sn), () -> desk.receive(sn));
  }

  private Response done(Orders.Detail detail, Runnable step) {
    String sn = detail.order().sn();
    try {
      step.run();
    } catch (ImpossibleStep meanwhile) {
      return page(find(sn), null, "order.impossible").status(409).response();
    }
    return Response.seeOther(URI.create(HERE + "/" + sn + "?done")).build();
  }

  private Page page(Orders.Detail detail, String notice, String problem) {
    List<String> instructions = detail.order().toPay()
        ? payments.find(detail.order().choice().payment()).map(Payment::instructions).orElse(List.of()) : List.of();
    return Page.of("order").with("order", detail.order()).with("lines", detail.lines()).with("steps", detail.steps())
        .with("parcels", detail.parcels()).with("instructions", instructions)
        .with("here", HERE + "/" + detail.order().sn()).with("notice", notice == null ? null : text(notice))
        .with("errors", problem == null ? Map.of() : Map.of("form", text(problem)));
  }

  /** Of this member; of anybody else's nobody learns that it exists. */
  private Orders.Detail find(String sn) {
    return orders.find(sn, member()).orElseThrow(NotFoundException::new);
  }

  private long member() {
    return sessions.of(Visit.of(request)).flatMap(Session::memberId).orElseThrow(() ->
        new WebApplicationException(Response.seeOther(URI.create("/login?back=" + HERE)).build()));
  }

  private String text(String key) {
    return messages.text(Visit.of(request).locale(), key);
  }
}
