package dev.dianpu.spi;

import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import java.util.Set;

/** A channel whose gateway calls the shop: with receipts, replies, audits of templates. */
public interface SmsPushReceiver extends SmsChannel {

  /** What a gateway is given an address for. */
  enum Kind { RECEIPT, REPLY, TEMPLATE }

  /** The addresses that the owner enters on the gateway's site; one that takes several kinds is named once. */
  Set<Kind> pushes();

  /**
   * Reads a push; must do nothing else, since the gateway waits for the answer. Anybody may send anything here.
   *
   * @return empty when this is no push of this gateway: it is refused and forgotten
   */
  Optional<Reading> read(Push push);

  /**
   * A request of a gateway.
   *
   * @param kind of the address at which it came
   * @param contentType the header as it came; empty when it is absent
   * @param parameters those of the query and of a form, decoded as UTF-8; the first value of each
   * @param body as it came, at most 64 KiB
   */
  record Push(Kind kind, String contentType, Map<String, String> parameters, byte[] body) {
    public Push {
      Objects.requireNonNull(kind);
      Objects.requireNonNull(contentType);
      Objects.requireNonNull(body);
      parameters = Map.copyOf(parameters);
    }

    /** A parameter; empty when it is absent. */
    public String parameter(String name) {
      return parameters.getOrDefault(name, "");
    }

    /** Kind only. */
    @Override
    public String toString() {
      return "Push[" + kind + "]";
    }
  }

  /**
   * What a push says, and how it is answered so that the gateway does not push it again.
   *
   * @param events in their order; none for a test push
   * @param answerType content type of the answer
   * @param answer its body
   */
  record Reading(List<SmsEvent> events, String answerType, String answer) {
    public Reading {
      events = List.copyOf(events);
      Objects.requireNonNull(answerType);
      Objects.requireNonNull(answer);
    }
  }
}
