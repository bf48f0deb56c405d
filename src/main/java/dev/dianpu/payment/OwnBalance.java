package dev.dianpu.payment;

import dev.dianpu.platform.PersonalData;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import jakarta.json.JsonValue;
import java.util.Optional;

/** A member's balance in what the member gets; whoever has money here has to spend it before leaving. */
@ApplicationScoped
class OwnBalance implements PersonalData {

  private static final int MOST = 1000;

  @Inject Balances balances;

  @Override
  public String name() {
    return "balance";
  }

  @Override
  public JsonValue of(long memberId) {
    JsonArrayBuilder entries = Json.createArrayBuilder();
    balances.entries(memberId, Long.MAX_VALUE, MOST).forEach(entry -> entries.add(Json.createObjectBuilder()
        .add("at", entry.at().toString()).add("amount", entry.amount()).add("balance", entry.balance())
        .add("reason", entry.reason().name()).add("order", entry.orderSn())));
    return Json.createObjectBuilder().add("amount", balances.of(memberId)).add("entries", entries).build();
  }

  @Override
  public Optional<String> obstacle(long memberId) {
    return balances.of(memberId).signum() > 0 ? Optional.of("orders.close.balance") : Optional.empty();
  }

  /** What was booked belongs to the books, and tells of nobody whose row has no name. */
  @Override
  public void forget(long memberId) {}
}
