package dev.dianpu.guard;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Duration;
import java.time.Instant;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The rows of {@code guard_level} and {@code guard_claim}. */
@ApplicationScoped
class LevelRepository implements Expiring {

  private static final Duration KEPT = Duration.ofDays(2);

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  Map<Subject, Standing> all() {
    return new Sql(dataSource).all(row -> new Standing(new Subject(Kind.valueOf(row.getString(1)), row.getString(2)),
            Level.valueOf(row.getString(3)), Sql.instant(row.getObject(4)), Sql.instant(row.getObject(5)),
            row.getInt(6), Sql.instant(row.getObject(7)), row.getLong(8)),
        "select kind, subject, level, since, ends_at, pauses, counted_from, decision_id from guard_level").stream()
        .collect(Collectors.toMap(Standing::subject, Function.identity()));
  }

  void put(Standing standing) {
    new Sql(dataSource).update("insert into guard_level"
            + " (kind, subject, level, since, ends_at, pauses, counted_from, decision_id)"
            + " values (?, ?, ?, ?, ?, ?, ?, ?)"
            + " on duplicate key update level = values(level), since = values(since), ends_at = values(ends_at),"
            + " pauses = values(pauses), counted_from = values(counted_from), decision_id = values(decision_id)",
        standing.subject().kind().name(), standing.subject().name(), standing.level().name(), standing.since(),
        standing.endsAt(), standing.pauses(), standing.countedFrom(), standing.decision());
  }

  /** Lets a level last longer; false if an admin ended it meanwhile. */
  boolean extend(Standing standing, Instant end) {
    return new Sql(dataSource).update("update guard_level set ends_at = ? where kind = ? and subject = ? and ends_at = ?",
        end, standing.subject().kind().name(), standing.subject().name(), standing.endsAt()) == 1;
  }

  /** Ends a level now; false if it had ended. */
  boolean end(Subject subject, Instant now, Instant countedFrom) {
    return new Sql(dataSource).update("update guard_level set ends_at = ?, counted_from = ?, pauses = 0"
        + " where kind = ? and subject = ? and ends_at > ?", now, countedFrom, subject.kind().name(), subject.name(),
        now) == 1;
  }

  /** Whether this node is the one to do something that was not done by any for so long. */
  boolean claim(String what, Instant now, Duration rest) {
    Sql sql = new Sql(dataSource);
    return sql.update("update guard_claim set at = ? where what = ? and at <= ?", now, what, now.minus(rest)) == 1
        || sql.update("insert ignore into guard_claim (what, at) values (?, ?)", what, now) == 1;
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return new Sql(dataSource).update(
        "delete from guard_level where ends_at < ? order by ends_at limit ?", now.minus(KEPT), most);
  }
}
