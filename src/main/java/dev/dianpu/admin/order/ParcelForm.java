package dev.dianpu.admin.order;

import dev.dianpu.order.Dispatch;
import dev.dianpu.order.OrderLine;
import dev.dianpu.platform.text.Spelling;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** A parcel as it was entered. */
final class ParcelForm {

  private static final int LONGEST = 40;

  private final MultivaluedMap<String, String> entered;
  private String problem = "";

  ParcelForm(MultivaluedMap<String, String> entered) {
    this.entered = entered;
  }

  /**
   * The parcel; empty if something is wrong.
   *
   * @param open lines of which pieces are left to send
   */
  Optional<Dispatch.Entered> read(List<OrderLine> open) {
    String carrier = field("carrier");
    String number = field("number");
    if (carrier.isEmpty() || carrier.length() > LONGEST || Spelling.hidesSomething(carrier)) {
      problem = "admin.order.wrong.carrier";
    } else if (!number.matches("[0-9A-Za-z-]{4,40}")) {
      problem = "admin.order.wrong.number";
    }
    Map<Long, Integer> pieces = new HashMap<>();
    for (OrderLine line : open) {
      String typed = field("pieces." + line.id());
      if (!typed.matches("[0-9]{0,3}") || !typed.isEmpty() && Integer.parseInt(typed) > line.left()) {
        problem = "admin.order.wrong.pieces";
      } else if (!typed.isEmpty() && Integer.parseInt(typed) > 0) {
        pieces.put(line.id(), Integer.valueOf(typed));
      }
    }
    if (problem.isEmpty() && pieces.isEmpty()) {
      problem = "admin.order.wrong.pieces";
    }
    return problem.isEmpty() ? Optional.of(new Dispatch.Entered(carrier, number, pieces)) : Optional.empty();
  }

  /** Key of what is wrong. */
  String problem() {
    return problem;
  }

  private String field(String name) {
    return Optional.ofNullable(entered.getFirst(name)).orElse("").strip();
  }
}
