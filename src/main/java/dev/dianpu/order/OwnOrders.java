package dev.dianpu.order;

import dev.dianpu.platform.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonObjectBuilder;
import jakarta.json.JsonValue;
import java.util.List;
import java.util.Optional;

/** A member's orders in what the member gets. The orders of somebody who leaves stay for the books and name nobody. */
@ApplicationScoped
class OwnOrders implements PersonalData {

  private static final int AT_ONCE = 200;

  @Inject Orders orders;
  @Inject OrderRepository repository;

  @Override
  public String name() {
    return "orders";
  }

  @Override
  public JsonValue of(long memberId) {
    JsonArrayBuilder all = Json.createArrayBuilder();
    List<Orders.Summary> some;
    int first = 0;
    do {
      some = orders.of(memberId, first, AT_ONCE);
      some.stream().limit(AT_ONCE).forEach(summary -> all.add(json(summary)));
      first += AT_ONCE;
    } while (some.size() > AT_ONCE);
    return all.build();
  }

  private static JsonObjectBuilder json(Orders.Summary summary) {
    Order order = summary.order();
    JsonArrayBuilder lines = Json.createArrayBuilder();
    summary.lines().forEach(line -> lines.add(Json.createObjectBuilder().add("goods", line.name())
        .add("variant", line.variant()).add("price", line.price()).add("pieces", line.pieces())));
    return Json.createObjectBuilder().add("number", order.sn()).add("placedAt", order.placedAt().toString())
        .add("state", order.standing().order().name()).add("total", order.totals().total())
        .add("consignee", order.recipient().consignee()).add("phone", order.recipient().phone().e164())
        .add("address", order.recipient().address()).add("invoiceTitle", order.extras().invoiceTitle())
        .add("remark", order.extras().remark()).add("lines", lines);
  }

  @Override
  public Optional<String> obstacle(long memberId) {
    return repository.anyOpen(memberId) ? Optional.of("orders.close.open") : Optional.empty();
  }

  @Override
  public void forget(long memberId) {
    repository.forgetPerson(memberId);
  }
}
