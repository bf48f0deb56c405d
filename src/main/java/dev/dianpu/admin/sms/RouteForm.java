package dev.dianpu.admin.sms;

import dev.dianpu.sms.Route;
import jakarta.ws.rs.core.MultivaluedMap;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** The order of the channels as it was entered. */
final class RouteForm {

  private static final int LAST = 99;

  private final MultivaluedMap<String, String> entered;

  RouteForm(MultivaluedMap<String, String> entered) {
    this.entered = entered;
  }

  /** The places of these channels; empty when one is no number in its range. */
  Optional<List<Route>> routes(List<String> channels) {
    List<Route> routes = new ArrayList<>();
    for (String channel : channels) {
      Optional<Integer> place = number("place." + channel, 0, LAST);
      Optional<Integer> weight = number("weight." + channel, 1, Route.HEAVIEST);
      if (place.isEmpty() || weight.isEmpty()) {
        return Optional.empty();
      }
      routes.add(new Route(channel, place.get(), weight.get()));
    }
    return Optional.of(routes);
  }

  private Optional<Integer> number(String field, int least, int most) {
    return Optional.ofNullable(entered.getFirst(field)).map(String::strip).filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf).filter(number -> number >= least && number <= most);
  }
}
