package dev.dianpu.admin.log;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.format.DateTimeParseException;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;

/**
 * What an address of a log page asks for: filters, and the place in the log. The way that led to a page is part of its
 * address ({@code trail}), so that "newer" leads back along it without counting rows.
 */
public final class LogQuery {

  /** How many rows a page shows. */
  public static final int SIZE = 30;

  private static final String BEFORE = "before";
  private static final String TRAIL = "trail";
  /** From further back than this, "newer" leads to the newest page. */
  private static final int LONGEST_TRAIL = 50;
  private static final String NEWEST = "0";

  private final String path;
  private final Map<String, String> asked;
  private final ZoneId zone;

  /**
   * A query.
   *
   * @param path of the page
   * @param asked the parameters of its address
   * @param zone in which the owner's days begin and end
   */
  LogQuery(String path, Map<String, String> asked, ZoneId zone) {
    this.path = path;
    this.asked = asked;
    this.zone = zone;
  }

  /** A filter's value; empty if it is not used. */
  public Optional<String> value(String name) {
    return Optional.ofNullable(asked.get(name)).map(String::strip).filter(value -> !value.isEmpty());
  }

  /** A filter's value as one of an enumeration; empty as well if it is none of them. */
  public <T extends Enum<T>> Optional<T> value(String name, Class<T> type) {
    return value(name).flatMap(text ->
        Arrays.stream(type.getEnumConstants()).filter(known -> known.name().equals(text)).findFirst());
  }

  /** The first moment of the day {@code from}. */
  public Optional<Instant> from() {
    return day("from").map(day -> day.atStartOfDay(zone).toInstant());
  }

  /** The first moment after the day {@code until}. */
  public Optional<Instant> until() {
    return day("until").map(day -> day.plusDays(1).atStartOfDay(zone).toInstant());
  }

  private Optional<LocalDate> day(String name) {
    try {
      return value(name).map(LocalDate::parse);
    } catch (DateTimeParseException notADay) {
      return Optional.empty();
    }
  }

  /** The row after which the page begins; null for the newest page. */
  public Long before() {
    return value(BEFORE).filter(id -> id.matches("[0-9]{1,18}")).map(Long::valueOf).orElse(null);
  }

  /** The address of the page of older rows. */
  String older(long before) {
    List<String> trail = new ArrayList<>(trail());
    trail.add(before() == null ? NEWEST : before().toString());
    int first = Math.max(0, trail.size() - LONGEST_TRAIL);
    return address(Long.toString(before), String.join(".", trail.subList(first, trail.size())));
  }

  /** The address of the page that one came from; empty on the newest page. */
  Optional<String> newer() {
    if (before() == null) {
      return Optional.empty();
    }
    List<String> trail = trail();
    if (trail.isEmpty() || trail.get(trail.size() - 1).equals(NEWEST)) {
      return Optional.of(address("", ""));
    }
    int last = trail.size() - 1;
    return Optional.of(address(trail.get(last), String.join(".", trail.subList(0, last))));
  }

  /** The filters alone, as the end of an address; empty without any. */
  String unpaged() {
    return new LogQuery("", asked, zone).address("", "");
  }

  /** Whether any filter is set. */
  boolean filtered() {
    return asked.keySet().stream().filter(name -> !name.equals(BEFORE) && !name.equals(TRAIL))
        .anyMatch(name -> value(name).isPresent());
  }

  /** What the form of the filters shows. */
  Map<String, String> values() {
    return asked;
  }

  private List<String> trail() {
    return value(TRAIL).filter(text -> text.matches("[0-9]{1,18}(\\.[0-9]{1,18}){0,99}"))
        .map(text -> List.of(text.split("\\."))).orElse(List.of());
  }

  private String address(String before, String trail) {
    Map<String, String> parameters = new TreeMap<>(asked);
    parameters.put(BEFORE, before);
    parameters.put(TRAIL, trail);
    List<String> written = new ArrayList<>();
    parameters.forEach((name, value) -> {
      if (!value.isBlank()) {
        written.add(encoded(name) + "=" + encoded(value.strip()));
      }
    });
    return written.isEmpty() ? path : path + "?" + String.join("&", written);
  }

  private static String encoded(String text) {
    return URLEncoder.encode(text, StandardCharsets.UTF_8);
  }
}
