package dev.dianpu.admin.log;

import static org.assertj.core.api.Assertions.assertThat;

import java.net.URI;
import java.net.URLDecoder;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneId;
import java.util.Arrays;
import java.util.Map;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The addresses by which an owner walks through a log. */
class LogQueryTest {

  private static final ZoneId SHANGHAI = ZoneId.of("Asia/Shanghai");

  private static LogQuery query(Map<String, String> asked) {
    return new LogQuery("/admin/log", asked, SHANGHAI);
  }

  private static LogQuery follow(String address) {
    String parameters = URI.create(address).getRawQuery();
    return query(parameters == null ? Map.of() : Arrays.stream(parameters.split("&"))
        .collect(Collectors.toMap(part -> part.substring(0, part.indexOf('=')),
            part -> URLDecoder.decode(part.substring(part.indexOf('=') + 1), StandardCharsets.UTF_8))));
  }

  @Test
  void theNewestPageHasNoNewerOne() {
    assertThat(query(Map.of()).newer()).isEmpty();
    assertThat(query(Map.of()).before()).isNull();
  }

  @Test
  void newerLeadsBackTheWayOneCame() {
    LogQuery second = follow(query(Map.of()).older(900));
    LogQuery third = follow(second.older(800));
    assertThat(third.before()).isEqualTo(800);
    LogQuery back = follow(third.newer().orElseThrow());
    assertThat(back.before()).isEqualTo(900);
    assertThat(back.newer()).contains("/admin/log");
  }

  @Test
  void filtersGoAlong() {
    LogQuery older = follow(query(Map.of("admin", "小 李&co", "state", "")).older(5));
    assertThat(older.value("admin")).contains("小 李&co");
    assertThat(older.newer().map(LogQueryTest::follow).flatMap(newer -> newer.value("admin"))).contains("小 李&co");
  }

  @Test
  void aDayBeginsAndEndsInTheShopsZone() {
    LogQuery query = query(Map.of("from", "2026-03-01", "until", "2026-03-01"));
    assertThat(query.from()).contains(Instant.parse("2026-02-28T16:00:00Z"));
    assertThat(query.until()).contains(Instant.parse("2026-03-01T16:00:00Z"));
  }

  @Test
  void whatIsNoDayNoIdAndNoTrailIsLeftAside() {
    LogQuery query = query(Map.of("from", "yesterday", "before", "1 or 1=1", "trail", "x.y"));
    assertThat(query.from()).isEmpty();
    assertThat(query.before()).isNull();
    assertThat(query.newer()).isEmpty();
  }

  /** A thousand pages further the address must still fit into a request. */
  @Test
  void theAddressDoesNotGrowWithoutEnd() {
    LogQuery query = query(Map.of());
    for (long id = 1_000_000_000; id > 1_000_000_000 - 1000; id--) {
      query = follow(query.older(id));
    }
    assertThat(query.older(1)).hasSizeLessThan(700);
  }
}
