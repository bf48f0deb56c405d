package dev.dianpu.admin.order;

import dev.dianpu.admin.log.LogFrame;
import dev.dianpu.admin.log.LogQuery;
import dev.dianpu.order.OrderState;
import dev.dianpu.order.Orders;
import dev.dianpu.order.PaymentState;
import dev.dianpu.order.ShippingState;
import dev.dianpu.platform.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 订单列表: by number, phone, states and days. */
@Path("/admin/orders")
public class OrdersPage {

  @Inject Orders orders;
  @Inject LogFrame frame;

  @Context UriInfo address;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/orders", asked());
    Orders.Filter filter = new Orders.Filter(frame.phone(query), query.value("order", OrderState.class),
        query.value("payment", PaymentState.class), query.value("shipping", ShippingState.class), query.from(),
        query.until());
    return frame.pageByPhone("admin/orders", query, () -> query.value("sn").map(orders::bySn)
            .orElseGet(() -> orders.page(filter, query.before(), LogQuery.SIZE)))
        .with("orderStates", OrderState.values()).with("paymentStates", PaymentState.values())
        .with("shippingStates", ShippingState.values());
  }

  private Map<String, String> asked() {
    var parameters = address.getQueryParameters();
    return parameters.keySet().stream().collect(Collectors.toMap(Function.identity(), parameters::getFirst));
  }
}
