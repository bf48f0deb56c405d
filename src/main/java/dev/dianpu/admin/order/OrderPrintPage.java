package dev.dianpu.admin.order;

import dev.dianpu.admin.account.ConfirmPage;
import dev.dianpu.admin.account.Confirmed;
import dev.dianpu.order.Orders;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;

/**
 * The slip that goes with the goods, with the whole phone, since a parcel needs it; for an admin who proved lately to
 * be there. The log says who saw it.
 */
@Path("/admin/orders/{sn: [0-9]{8,32}}/print")
public class OrderPrintPage {

  @Inject Orders orders;
  @Inject Printed printed;
  @Inject Confirmed confirmed;

  @Context HttpServletRequest request;

  @POST
  public Response print(@PathParam("sn") String sn) {
    if (!confirmed.fresh(Visit.of(request))) {
      return ConfirmPage.ask("/admin/orders/" + sn);
    }
    Orders.Detail detail = orders.find(sn).orElseThrow(NotFoundException::new);
    printed.note(sn);
    return Page.of("admin/order-print").with("order", detail.order()).with("lines", detail.lines()).response();
  }

  /** Who saw a phone is noted before it is shown. */
  @ApplicationScoped
  static class Printed {

    @Inject AdminLog log;

    @Transactional
    void note(String sn) {
      log.record("admin.log.order-print", sn, "", "");
    }
  }
}
