package dev.dianpu.spi.gateway;

import dev.dianpu.spi.SendOutcome.Cause;
import java.util.HashMap;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/**
 * Codes of a gateway whose table is not public, as its customer learns them: lines such as {@code 1003=quota} in a
 * setting. Explained by the host's texts {@code gateway.error.refused-<cause>}.
 */
public final class GatewayCodes {

  private final Map<String, Cause> causes;

  private GatewayCodes(Map<String, Cause> causes) {
    this.causes = causes;
  }

  /** The table; empty when a line is none, so that it can be refused beside its field. */
  public static Optional<GatewayCodes> parse(String lines) {
    Map<String, Cause> causes = new HashMap<>();
    for (String line : lines.lines().map(String::strip).filter(line -> !line.isEmpty()).toList()) {
      int equals = line.lastIndexOf('=');
      Optional<Cause> cause = equals < 1 ? Optional.empty() : named(line.substring(equals + 1).strip());
      if (cause.isEmpty()) {
        return Optional.empty();
      }
      causes.put(line.substring(0, equals).strip(), cause.get());
    }
    return Optional.of(new GatewayCodes(causes));
  }

  private static Optional<Cause> named(String name) {
    try {
      return Optional.of(Cause.valueOf(name.toUpperCase(Locale.ROOT).replace('-', '_')));
    } catch (IllegalArgumentException none) {
      return Optional.empty();
    }
  }

  /** Why a message of this code was not sent; empty when the table does not name the code. */
  public Optional<Cause> of(String code) {
    return Optional.ofNullable(causes.get(code));
  }

  /** The key of the texts of a cause. */
  public static String explanation(Cause cause) {
    return GatewayOutcomes.explanation("refused-" + cause.name().toLowerCase(Locale.ROOT).replace('_', '-'));
  }
}
