package dev.dianpu.guard;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.Collections;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The rows of {@code guard_count}. Every statement is a transaction of its own. */
@ApplicationScoped
class CountRepository implements Expiring {

  /** Left alone, the optimizer sometimes reads all that there ever was of a kind. */
  private static final String BY_TIME = " guard_count force index (guard_count_time)";
  private static final int AT_ONCE = 200;
  /** Whoever has most stands first; what comes after so many is looked at when it is among them. */
  private static final int MOST_SUSPECTS = 200;
  private static final long DAY_SECONDS = Duration.ofDays(1).toSeconds();
  private static final long HOUR_SECONDS = Duration.ofHours(1).toSeconds();
  private static final Duration SITE_KEPT = Duration.ofDays(46);
  private static final Duration FLOW_KEPT = Duration.ofDays(22);
  private static final Duration OTHERS_KEPT = Duration.ofDays(16);
  /** Columns of a row of a batch. */
  private static final int COLUMNS = 6;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** What was sent and used in a window. */
  record Sum(Subject subject, long sent, long verified) {}

  /** A row, or several added up. */
  record Piece(Subject subject, Instant bucket, Count count) {}

  /** Adds counts, in the order of their keys: two nodes that add the same ones wait for each other. */
  void add(Map<Count.Key, Count> counts) {
    List<Map.Entry<Count.Key, Count>> rows = new ArrayList<>(counts.entrySet());
    for (int from = 0; from < rows.size(); from += AT_ONCE) {
      add(rows.subList(from, Math.min(rows.size(), from + AT_ONCE)));
    }
  }

  private void add(List<Map.Entry<Count.Key, Count>> rows) {
    List<Object> values = new ArrayList<>(rows.size() * COLUMNS);
    rows.forEach(row -> Collections.addAll(values, row.getKey().subject().kind().name(), row.getKey().subject().name(),
        row.getKey().bucket(), row.getValue().asked(), row.getValue().sent(), row.getValue().verified()));
    new Sql(dataSource).update("insert into guard_count (kind, subject, bucket, asked, sent, verified) values "
            + String.join(", ", Collections.nCopies(rows.size(), "(?, ?, ?, ?, ?, ?)"))
            + " on duplicate key update asked = asked + values(asked), sent = sent + values(sent),"
            + " verified = verified + values(verified)", values.toArray());
  }

  /** Those with more than so many unverified sends since then, or since the guard began to count anew for them. */
  List<Sum> above(long floor, Instant start) {
    return new Sql(dataSource).all(CountRepository::sum,
        "select c.kind, c.subject, sum(c.sent), sum(c.verified) from guard_count c force index (guard_count_time)"
        + " left join guard_level l on l.kind = c.kind and l.subject = c.subject"
        + " where c.kind in ('SITE', 'RANGE', 'PREFIX', 'VIRTUAL', 'COUNTRY') and c.bucket >= ?"
        + " and (l.counted_from is null or c.bucket >= l.counted_from) group by c.kind, c.subject"
        + " having sum(c.sent) - sum(c.verified) > ? order by sum(c.sent) - sum(c.verified) desc limit "
        + MOST_SUSPECTS, start, floor);
  }

  /** Those of a kind with the most sends since then. */
  List<Sum> most(Kind kind, Instant start, int most) {
    return new Sql(dataSource).all(CountRepository::sum, "select kind, subject, sum(sent), sum(verified) from"
        + BY_TIME + " where kind = ? and bucket >= ? group by kind, subject"
        + " having sum(sent) > 0 or sum(verified) > 0 order by sum(sent) desc, subject limit " + most,
        kind.name(), start);
  }

  private static Sum sum(ResultSet row) throws SQLException {
    return new Sum(subject(row.getString(1), row.getString(2)), row.getLong(3), row.getLong(4));
  }

  /** When counting began. */
  Optional<Instant> first() {
    return new Sql(dataSource).first(row -> Optional.ofNullable(row.getObject(1)).map(Sql::instant).orElse(null),
        "select min(bucket) from guard_count where kind = 'SITE'");
  }

  /** Unverified sends of a normal day of each subject; one statement for all. */
  Map<Subject, History> histories(Collection<Subject> subjects, Instant now) {
    int days = (int) Math.min(History.DAYS,
        first().map(first -> Duration.between(first, now).toSeconds() / DAY_SECONDS).orElse(0L));
    if (subjects.isEmpty() || days < History.FEWEST) {
      return Map.of();
    }
    String age = "timestampdiff(second, bucket, ?)";
    List<Object> values = new ArrayList<>(List.of(
        now, now, now.minus(Duration.ofDays(days + 1)), now.minus(Duration.ofDays(1))));
    subjects.forEach(subject -> Collections.addAll(values, subject.kind().name(), subject.name()));
    Map<Subject, long[][]> found = new HashMap<>();
    new Sql(dataSource).all(row -> {
      int day = row.getInt(3) - 1;
      long[][] perDay = found.computeIfAbsent(
          subject(row.getString(1), row.getString(2)), subject -> new long[2][days]);
      if (day >= 0 && day < days) {
        perDay[0][day] = Math.max(0, row.getLong(4));
        perDay[1][day] = Math.max(0, row.getLong(5));
      }
      return day;
    }, "select kind, subject, floor(" + age + " / " + DAY_SECONDS + ") past, sum(if(mod(" + age + ", " + DAY_SECONDS
        + ") < " + HOUR_SECONDS + ", sent - verified, 0)), sum(sent - verified) from guard_count"
        + " where bucket > ? and bucket <= ? and (kind, subject) in ("
        + subjects.stream().map(subject -> "(?, ?)").collect(Collectors.joining(", "))
        + ") group by kind, subject, past", values.toArray());
    return found.entrySet().stream().collect(Collectors.toMap(Map.Entry::getKey,
        entry -> History.of(entry.getValue()[0], entry.getValue()[1])));
  }

  /** Rows of a kind in a time, the oldest first, at most so many. */
  List<Piece> pieces(Kind kind, Instant from, Instant until, int most) {
    return new Sql(dataSource).all(row -> new Piece(subject(row.getString(1), row.getString(2)),
            Sql.instant(row.getObject(3)), new Count(row.getInt(4), row.getInt(5), row.getInt(6))),
        "select kind, subject, bucket, asked, sent, verified from" + BY_TIME
            + " where kind = ? and bucket >= ? and bucket < ? order by bucket limit ?", kind.name(), from, until, most);
  }

  /** How often what was refused since then. */
  Map<String, Long> refusals(Instant from) {
    Map<String, Long> found = new HashMap<>();
    new Sql(dataSource).all(row -> found.put(row.getString(1), row.getLong(2)), "select subject, sum(asked) from"
        + BY_TIME + " where kind = 'REFUSED' and bucket >= ? group by subject", from);
    return found;
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    Sql sql = new Sql(dataSource);
    int others = sql.update("delete from guard_count where kind in ('RANGE', 'PREFIX', 'VIRTUAL', 'COUNTRY')"
        + " and bucket < ? order by kind, bucket limit ?", now.minus(OTHERS_KEPT), most);
    int flows = sql.update("delete from guard_count where kind = 'FLOW' and bucket < ? limit ?",
        now.minus(FLOW_KEPT), most);
    int sites = sql.update("delete from guard_count where kind in ('SITE', 'REFUSED') and bucket < ? limit ?",
        now.minus(SITE_KEPT), most);
    return Math.max(others, Math.max(flows, sites));
  }

  private static Subject subject(String kind, String name) {
    return new Subject(Kind.valueOf(kind), name);
  }
}
