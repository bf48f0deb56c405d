package dev.dianpu.spi.gateway;

import java.math.BigDecimal;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.regex.PatternSyntaxException;

/** A balance in an answer whose shape is not public, found by a regular expression that is a setting. */
public final class GatewayAmount {

  private static final Pattern NUMBER = Pattern.compile("[0-9]{1,15}(\\.[0-9]{1,6})?");

  private GatewayAmount() {}

  /** Whether it is a regular expression at all. */
  public static boolean isPattern(String pattern) {
    try {
      Pattern.compile(pattern);
      return true;
    } catch (PatternSyntaxException malformed) {
      return false;
    }
  }

  /** The first group of a match of the whole answer, or the answer; empty without a match or when it is no amount. */
  public static Optional<BigDecimal> of(String pattern, String answer) {
    Matcher match = Pattern.compile(pattern).matcher(answer);
    if (!match.matches()) {
      return Optional.empty();
    }
    String number = match.groupCount() > 0 ? match.group(1) : match.group();
    return Optional.ofNullable(number).filter(found -> NUMBER.matcher(found).matches()).map(BigDecimal::new);
  }
}
