package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SendOutcome.Accepted;
import dev.dianpu.spi.SendOutcome.Rejected;
import dev.dianpu.spi.SendOutcome.Unknown;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.gateway.GatewayReply.Answer;
import jakarta.json.JsonObject;
import jakarta.json.JsonValue;
import java.util.Arrays;
import java.util.Iterator;
import java.util.List;
import java.util.Optional;

/**
 * An answer of the platform of ZKEYS, read by the places that are set. Since its codes are not public, a code alone
 * proves nothing but a success that the owner named: what is no fault of document 003 and stands in no table may have
 * been sent, and nobody sends it again.
 */
public final class EngineAnswer {

  private static final int LONGEST_LINE = 300;

  private final Answer answer;
  private final EngineWire wire;
  private final Settings settings;
  private final Optional<JsonObject> json;

  private EngineAnswer(Answer answer, EngineWire wire, Settings settings) {
    this.answer = answer;
    this.wire = wire;
    this.settings = settings;
    this.json = GatewayJson.object(answer.body());
  }

  /** Reads nothing yet but whether it is JSON. */
  public static EngineAnswer of(Answer answer, EngineWire wire, Settings settings) {
    return new EngineAnswer(answer, wire, settings);
  }

  /** A value of the JSON; empty when it is not there. */
  public String value(String place) {
    Iterator<String> names = List.of(settings.text(wire.key(place)).strip().split("\\.")).iterator();
    Optional<JsonObject> within = json;
    String name = names.next();
    while (names.hasNext()) {
      String outer = name;
      within = within.flatMap(object -> GatewayJson.member(object, outer));
      name = names.next();
    }
    String last = name;
    return within.map(object -> scalar(object, last)).orElse("");
  }

  private static String scalar(JsonObject object, String name) {
    JsonValue value = object.get(name);
    boolean logical = value == JsonValue.TRUE || value == JsonValue.FALSE;
    return logical ? value.toString() : GatewayJson.scalar(object, name);
  }

  /** The platform's own code; empty when it gives none. */
  public String code() {
    return value("answer-code");
  }

  /** The platform's own words; a short answer that is no JSON is words as a whole. */
  public String text() {
    boolean line = json.isEmpty() && answer.body().length() <= LONGEST_LINE && !answer.body().contains("<");
    return line ? answer.body().strip() : value("answer-text");
  }

  /** Code, or else the status, and words. */
  public GatewayWords words(Redaction redaction) {
    return new GatewayWords(code().isEmpty() ? Integer.toString(answer.status()) : code(), text(), "", redaction);
  }

  /** Whether the code is one that means success. */
  public boolean succeeded() {
    return answer.successful() && oneOf("answer-success");
  }

  /** Whether the code is one of a setting's, which are divided by commas. */
  public boolean oneOf(String setting) {
    return !code().isEmpty()
        && Arrays.asList(settings.text(wire.key(setting)).split("\\s*,\\s*")).contains(code());
  }

  /** What became of a message. */
  public SendOutcome outcome(Redaction redaction) {
    GatewayWords words = words(redaction);
    Optional<EngineFault> fault = EngineFault.in(text());
    if (succeeded()) {
      return fault.isPresent()
          ? new Unknown(words.explained(explanation("answer-contradictory")))
          : new Accepted(words.id(value("answer-id")), Optional.empty(), words.explained(""));
    }
    boolean refusable = answer.successful() || answer.status() >= 400 && answer.status() < 500;
    if (refusable && fault.isPresent()) {
      return new Rejected(fault.get().cause(), words.explained(explanation(fault.get().label())));
    }
    return GatewayOutcomes.byStatus(answer, words::explained).orElseGet(() -> byCode(words));
  }

  private SendOutcome byCode(GatewayWords words) {
    if (code().isEmpty()) {
      return GatewayOutcomes.unreadable(words::explained);
    }
    return GatewayCodes.parse(settings.text(wire.key("codes"))).flatMap(codes -> codes.of(code()))
        .<SendOutcome>map(cause -> new Rejected(cause, words.explained(GatewayCodes.explanation(cause))))
        .orElseGet(() -> new Unknown(words.explained(explanation("result-other"))));
  }

  private String explanation(String label) {
    return wire.key("error." + label);
  }
}
