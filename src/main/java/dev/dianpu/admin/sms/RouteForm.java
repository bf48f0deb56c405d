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

  /**
   * The places as they shall be; one that was not entered stays, as that of a channel switched on since the page was shown.
   *
   * @return empty when one is no number in its range
   */
  Optional<List<Route>> routes(List<Route> present) {
    List<Route> routes = new ArrayList<>();
    for (Route route : present) {
      String place = "place." + route.channel();
      String weight = "weight." + route.channel();
      if (entered.containsKey(place) && entered.containsKey(weight)) {
        Optional<Integer> wanted = number(place, 0, LAST);
        Optional<Integer> share = number(weight, 1, Route.HEAVIEST);
        if (wanted.isEmpty() || share.isEmpty()) {
          return Optional.empty();
        }
        routes.add(new Route(route.channel(), wanted.get(), share.get()));
      }
    }
    return Optional.of(routes);
  }

  private Optional<Integer> number(String field, int least, int most) {
    return Optional.ofNullable(entered.getFirst(field)).map(String::strip).filter(text -> text.matches("[0-9]{1,3}"))
        .map(Integer::valueOf).filter(number -> number >= least && number <= most);
  }
}
