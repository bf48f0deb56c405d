package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsEvent;
import dev.dianpu.spi.SmsPushReceiver.Kind;
import dev.dianpu.spi.SmsPushReceiver.Push;
import dev.dianpu.spi.SmsPushReceiver.Reading;
import java.nio.charset.StandardCharsets;
import java.util.Arrays;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * What the gateway pushes: {@code {"Request":{"action":"SMSArrived",…}}}, or the same as XML. Receipts and replies come
 * to one address. A push proves nothing about who sent it; what it means for the audit of a template is not known.
 */
final class CloopenPushes {

  /** How a push is answered. What the gateway expects is not documented, so the owner may choose. */
  enum Answer {
    /** As programs answer that serve other callbacks of the same gateway. */
    XML("application/xml;charset=utf-8", "<Response><statuscode>000000</statuscode></Response>"),
    /** The same in JSON. */
    JSON("application/json;charset=utf-8", "{\"statusCode\":\"000000\"}"),
    /** Status 200 alone. */
    EMPTY("text/plain;charset=utf-8", "");

    private final String type;
    private final String body;

    Answer(String type, String body) {
      this.type = type;
      this.body = body;
    }

    /** Its name in the settings. */
    String choice() {
      return name().toLowerCase(Locale.ROOT);
    }

    static List<String> choices() {
      return Arrays.stream(values()).map(Answer::choice).toList();
    }

    static Answer chosen(Settings settings) {
      String choice = settings.text(CloopenSettings.PUSH_ANSWER);
      return Arrays.stream(values()).filter(one -> one.choice().equals(choice)).findFirst().orElse(XML);
    }
  }

  private CloopenPushes() {}

  static Optional<Reading> read(Push push, Settings settings) {
    if (push.kind() == Kind.TEMPLATE) {
      return Optional.empty();
    }
    return CloopenTree.read(new String(push.body(), StandardCharsets.UTF_8))
        .flatMap(tree -> tree.first("Request"))
        .filter(request -> request.text("action").equals("SMSArrived"))
        .flatMap(request -> CloopenEvents.read(request, "", CloopenSettings.zone(settings)))
        .map(event -> reading(event, Answer.chosen(settings)));
  }

  private static Reading reading(SmsEvent event, Answer answer) {
    return new Reading(List.of(event), answer.type, answer.body);
  }
}
