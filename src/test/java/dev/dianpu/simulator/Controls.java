package dev.dianpu.simulator;

import java.time.Duration;
import java.util.Arrays;
import java.util.Locale;
import java.util.Map;

/**
 * Switches a simulated gateway over HTTP, for tests of the whole shop and for demonstrations. Parameters stand in the
 * query.
 *
 * <ul>
 *   <li>{@code GET /control/chanyoo} – {@code {"arrivals","sent","quota","fault"}}
 *   <li>{@code POST /control/chanyoo/fault?mode=slow&millis=8000&times=1} – modes: {@link Fault.Mode} in lower case;
 * for
 *       {@code mode=answer} also {@code status}, {@code message} (the header {@code X-Ca-Error-Message}) and {@code
 * body}
 *   <li>{@code POST /control/chanyoo/quota?remaining=0}, {@code …/clock?minutes=20}, {@code …/repetition?seconds=0}
 *   <li>{@code POST /control/chanyoo/templates} – one template per line in the body; an empty body takes every text
 *   <li>{@code POST /control/chanyoo/reset} – as after a start; {@code POST /control/inboxes/clear} – forgets all SMS
 * </ul>
 */
final class Controls {

  private static final String CHANYOO = "/control/" + ChanyooSimulator.NAME;

  private final Inboxes inboxes;
  private final ChanyooSimulator chanyoo;

  Controls(Inboxes inboxes, ChanyooSimulator chanyoo) {
    this.inboxes = inboxes;
    this.chanyoo = chanyoo;
  }

  WireAnswer answer(WireRequest request) {
    if (request.method().equals("GET") && request.path().equals(CHANYOO)) {
      return WireAnswer.json(200, chanyoo.describe());
    }
    if (!request.method().equals("POST")) {
      return WireAnswer.text(405, "POST only.\n");
    }
    try {
      return change(request)
          ? WireAnswer.json(200, chanyoo.describe())
          : WireAnswer.text(404, "No such control.\n");
    } catch (IllegalArgumentException wrong) {
      return WireAnswer.text(400, "A parameter is missing or wrong: " + wrong.getMessage() + "\n");
    }
  }

  private boolean change(WireRequest request) {
    switch (request.path()) {
      case CHANYOO + "/fault" -> chanyoo.fault(fault(request), (int) number(request, "times", 1));
      case CHANYOO + "/quota" -> chanyoo.quota(number(request, "remaining", 0));
      case CHANYOO + "/clock" -> chanyoo.clockError(Duration.ofMinutes(number(request, "minutes", 0)));
      case CHANYOO + "/repetition" -> chanyoo.repetition(Duration.ofSeconds(number(request, "seconds", 0)));
      case CHANYOO + "/templates" ->
          chanyoo.templates(Arrays.stream(request.body().split("\\R")).filter(line -> !line.isBlank()).toList());
      case CHANYOO + "/reset" -> chanyoo.reset();
      case "/control/inboxes/clear" -> inboxes.clear();
      default -> {
        return false;
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

  private static long number(WireRequest request, String name, long otherwise) {
    String value = request.parameter(name);
    return value.isEmpty() ? otherwise : Long.parseLong(value);
  }
}
