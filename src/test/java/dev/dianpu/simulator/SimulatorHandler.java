package dev.dianpu.simulator;

import jakarta.json.Json;
import jakarta.json.JsonArrayBuilder;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.eclipse.jetty.http.HttpHeader;
import org.eclipse.jetty.io.Content;
import org.eclipse.jetty.server.Handler;
import org.eclipse.jetty.server.Request;
import org.eclipse.jetty.server.Response;
import org.eclipse.jetty.util.BufferUtil;
import org.eclipse.jetty.util.Callback;

/** Finds who is meant by a request. */
final class SimulatorHandler extends Handler.Abstract {

  private static final Pattern INBOX = Pattern.compile("/phone/(\\+?[0-9]{3,16})(\\.json)?");

  private final Inboxes inboxes;
  private final Supplier<Map<Integer, SimulatedGateway>> gateways;
  private final Function<String, Optional<String>> captchaOpener;

  /**
   * A handler of all ports.
   *
   * @param gateways by the ports that they listen on, known once the server has started
   */
  SimulatorHandler(Inboxes inboxes, Supplier<Map<Integer, SimulatedGateway>> gateways,
      Function<String, Optional<String>> captchaOpener) {
    this.inboxes = inboxes;
    this.gateways = gateways;
    this.captchaOpener = captchaOpener;
  }

  @Override
  public boolean handle(Request request, Response response, Callback callback) throws Exception {
    WireRequest wire = new WireRequest(
        request.getMethod(),
        request.getHttpURI().getPath(),
        request.getHttpURI().getQuery() == null ? "" : request.getHttpURI().getQuery(),
        request.getHeaders(),
        BufferUtil.toArray(Content.Source.asByteBuffer(request)));
    WireWriter writer = new WireWriter(request, response, callback);
    if (foreign(request)) {
      writer.write(WireAnswer.text(403, "The simulators answer this machine only.\n"));
      return true;
    }
    SimulatedGateway gateway = gateways.get().get(Request.getLocalPort(request));
    if (gateway != null && gateway.serves(wire.path())) {
      simulate(gateway, wire, writer);
    } else {
      writer.write(page(wire));
    }
    return true;
  }

  private static void simulate(SimulatedGateway gateway, WireRequest wire, WireWriter writer) {
    gateway.arrived(wire);
    Optional<Fault> fault = gateway.faults(wire).next();
    if (fault.isEmpty()) {
      writer.write(gateway.take(wire));
      return;
    }
    switch (fault.get().mode()) {
      case ANSWER -> writer.write(prepared(fault.get().answer()));
      case ERROR_INSIDE -> writer.write(gateway.errorInside());
      default -> writer.fail(fault.get(), gateway.take(wire));
    }
  }

  private static WireAnswer prepared(Fault.Answer answer) {
    return new WireAnswer(answer.status(), "application/json; charset=utf-8", answer.headers(), answer.body());
  }

  private WireAnswer page(WireRequest wire) {
    if (wire.path().startsWith("/control/")) {
      return new Controls(inboxes, List.copyOf(gateways.get().values())).answer(wire);
    }
    if (!wire.method().equals("GET")) {
      return WireAnswer.text(405, "GET only.\n");
    }
    if (wire.path().equals("/")) {
      return WireAnswer.html(InboxPages.index(inboxes.latest(), gateways.get()));
    }
    if (wire.path().equals("/captcha-answer")) {
      return captchaOpener.apply(wire.parameter("token"))
          .map(answer -> WireAnswer.json(200, Json.createObjectBuilder().add("answer", answer).build().toString()))
          .orElseGet(() -> WireAnswer.json(404, "{\"error\":\"not a captcha of this run\"}"));
    }
    Matcher inbox = INBOX.matcher(wire.path());
    if (!inbox.matches()) {
      return WireAnswer.text(404, "No such page.\n");
    }
    List<SimulatedSms> messages = inboxes.of(inbox.group(1));
    return inbox.group(2) == null
        ? WireAnswer.html(InboxPages.inbox(inbox.group(1), messages))
        : new WireAnswer(200, "application/json; charset=utf-8", Map.of("Cache-Control", "no-store"), json(messages));
  }

  private static String json(List<SimulatedSms> messages) {
    JsonArrayBuilder array = Json.createArrayBuilder();
    for (SimulatedSms sms : messages) {
      array.add(Json.createObjectBuilder()
          .add("to", sms.to())
          .add("text", sms.text())
          .add("channel", sms.channel())
          .add("at", sms.at().toString()));
    }
    return array.build().toString();
  }

  /** A page of another site must reach nothing here, be it through a name that it points at 127.0.0.1 or by a form. */
  private static boolean foreign(Request request) {
    int port = Request.getLocalPort(request);
    String host = request.getHeaders().get(HttpHeader.HOST);
    List<String> own = List.of("127.0.0.1:" + port, "localhost:" + port);
    String site = request.getHeaders().get("Sec-Fetch-Site");
    String origin = request.getHeaders().get(HttpHeader.ORIGIN);
    boolean linked = request.getMethod().equals("GET");
    return !own.contains(host)
        || site != null && !linked && !site.equals("same-origin") && !site.equals("none")
        || origin != null && !own.contains(origin.replaceFirst("^http://", ""));
  }
}
