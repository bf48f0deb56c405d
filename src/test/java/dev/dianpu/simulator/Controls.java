package dev.dianpu.simulator;

import java.time.Duration;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Switches a simulated gateway over HTTP, for tests of the whole shop and for demonstrations. Parameters stand in the
 * query.
 *
 * <ul>
 *   <li>{@code GET /control/chanyoo} – {@code {"arrivals","sent",…,"fault"}}; so for every gateway's name
 *   <li>{@code POST /control/chanyoo/fault?mode=slow&millis=8000&times=1} – modes: {@link Fault.Mode} in lower case; for
 *       {@code mode=answer} also {@code status}, {@code message} (the header {@code X-Ca-Error-Message}) and {@code body}
 *   <li>{@code POST /control/chanyoo/clock?minutes=20}; {@code POST /control/chanyoo/reset} – as after a start
 *   <li>{@code POST /control/chanyoo/quota?remaining=0}, {@code …/repetition?seconds=0} and whatever else a gateway has
 *   <li>{@code POST /control/inboxes/clear} – forgets all SMS
 * </ul>
 */
final class Controls {

  private static final Pattern PATH = Pattern.compile("/control/([a-z0-9]+)(?:/([a-z-]+))?");

  private final Inboxes inboxes;
  private final List<? extends SimulatedGateway> gateways;

  Controls(Inboxes inboxes, List<? extends SimulatedGateway> gateways) {
    this.inboxes = inboxes;
    this.gateways = gateways;
  }

  WireAnswer answer(WireRequest request) {
    Matcher path = PATH.matcher(request.path());
    String name = path.matches() ? path.group(1) : "";
    String what = path.matches() && path.group(2) != null ? path.group(2) : "";
    Optional<? extends SimulatedGateway> gateway =
        gateways.stream().filter(one -> one.name().equals(name)).findFirst();
    if (request.method().equals("GET") && gateway.isPresent() && what.isEmpty()) {
      return WireAnswer.json(200, gateway.get().describe());
    }
    if (!request.method().equals("POST")) {
      return WireAnswer.text(405, "POST only.\n");
    }
    if (request.path().equals("/control/inboxes/clear")) {
      inboxes.clear();
      return WireAnswer.json(200, "{}");
    }
    try {
      return gateway.isPresent() && change(gateway.get(), what, request)
          ? WireAnswer.json(200, gateway.get().describe())
          : WireAnswer.text(404, "No such control.\n");
    } catch (IllegalArgumentException wrong) {
      return WireAnswer.text(400, "A parameter is missing or wrong: " + wrong.getMessage() + "\n");
    }
  }

  private static boolean change(SimulatedGateway gateway, String what, WireRequest request) {
    switch (what) {
      case "fault" -> gateway.fault(fault(request), (int) number(request, "times", 1));
      case "clock" -> gateway.clockError(Duration.ofMinutes(number(request, "minutes", 0)));
      case "reset" -> gateway.reset();
      default -> {
        return gateway.control(what, request);
      }
    }
    return true;
  }

  private static Fault fault(WireRequest request) {
    Fault.Mode mode = Fault.Mode.valueOf(request.parameter("mode").toUpperCase(Locale.ROOT).replace('-', '_'));
    if (mode != Fault.Mode.ANSWER) {
      return Fault.of(mode, number(request, "millis", 1000));
    }
    String message = request.parameter("message");
    Map<String, String> headers = message.isEmpty() ? Map.of() : Map.of("X-Ca-Error-Message", message);
    return Fault.answer((int) number(request, "status", 403), headers, request.parameter("body"));
  }

  /** A number in the query. */
  static long number(WireRequest request, String name, long otherwise) {
    String value = request.parameter(name);
    return value.isEmpty() ? otherwise : Long.parseLong(value);
  }
}
