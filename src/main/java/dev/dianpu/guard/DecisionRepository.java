package dev.dianpu.guard;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.time.Duration;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** The rows of {@code guard_decision}. */
@ApplicationScoped
class DecisionRepository implements Expiring {

  private static final Pattern PLACE = Pattern.compile("\\?([0-9]+)");
  private static final Duration KEPT = Duration.ofDays(90);
  private static final String ROWS = "select id, at, kind, subject, span, sent, verified, normal, expected, step, mode,"
      + " ends_at, stopped from guard_decision where id ";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  long add(Decision decision) {
    Measure measure = decision.measure();
    return new Sql(dataSource).insert("insert into guard_decision (at, kind, subject, span, sent, verified, normal,"
            + " expected, step, mode, ends_at) values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
        decision.at(), measure.subject().kind().name(), measure.subject().name(), measure.window().name(),
        measure.sent(), measure.verified(), measure.normal(), decision.expected(), decision.step().name(),
        decision.mode().name(), decision.endsAt());
  }

  void addStopped(long id, int count) {
    new Sql(dataSource).update("update guard_decision set stopped = stopped + ? where id = ?", count, id);
  }

  /** Notes that it ends at another time: an admin ended it, or it still holds. */
  void endsAt(long id, Instant end) {
    new Sql(dataSource).update("update guard_decision set ends_at = ? where id = ?", end, id);
  }

  Optional<Decision> find(long id) {
    return new Sql(dataSource).first(DecisionRepository::read, ROWS + "= ?", id);
  }

  List<Decision> page(NewestFirst newest, int size) {
    List<Object> parameters = newest.parameters();
    // The places are numbered, and those of a plain statement are not: a parameter may stand in several.
    StringBuilder sql = new StringBuilder();
    List<Object> values = new ArrayList<>();
    Matcher place = PLACE.matcher(newest.sql(size));
    while (place.find()) {
      values.add(parameters.get(Integer.parseInt(place.group(1)) - 1));
      place.appendReplacement(sql, "?");
    }
    place.appendTail(sql);
    List<Long> ids = new Sql(dataSource).all(row -> row.getLong(1), sql.toString(), values.toArray());
    return ids.isEmpty() ? List.of() : new Sql(dataSource).all(DecisionRepository::read, ROWS + "in ("
        + ids.stream().map(id -> "?").collect(Collectors.joining(", ")) + ") order by at desc, id desc", ids.toArray());
  }

  private static Decision read(ResultSet row) throws SQLException {
    Measure measure = new Measure(new Subject(Kind.valueOf(row.getString(3)), row.getString(4)),
        Window.valueOf(row.getString(5)), row.getLong(6), row.getLong(7), row.getLong(8));
    return new Decision(row.getLong(1), Sql.instant(row.getObject(2)), measure, row.getLong(9),
        Step.valueOf(row.getString(10)), Mode.valueOf(row.getString(11)), Sql.instant(row.getObject(12)),
        row.getInt(13));
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return new Sql(dataSource).update(
        "delete from guard_decision where at < ? order by at limit ?", now.minus(KEPT), most);
  }
}
