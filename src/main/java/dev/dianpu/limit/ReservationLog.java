package dev.dianpu.limit;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Arrays;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;
import javax.sql.DataSource;

/** What sends took from the budgets and got back, for the owner; rows older than a day may be gone. */
@ApplicationScoped
public class ReservationLog {

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** For the container. */
  protected ReservationLog() {}

  /** Without a container. */
  ReservationLog(DataSource dataSource) {
    this.dataSource = dataSource;
  }

  /**
   * What one send took.
   *
   * @param at when
   * @param givenBack names of the budgets that have their unit back, such as PHONE or SITE
   */
  public record Taken(long id, Instant at, List<String> givenBack) {}

  /** These reservations, by their numbers, as far as they are still there; one query for all. */
  public Map<Long, Taken> find(Collection<Long> ids) {
    try (Connection connection = dataSource.getConnection()) {
      return new ReservationRepository(connection).find(ids).entrySet().stream().collect(Collectors.toMap(
          Map.Entry::getKey, entry -> taken(entry.getKey(), entry.getValue())));
    } catch (SQLException e) {
      throw new IllegalStateException("The reservations could not be read", e);
    }
  }

  private static Taken taken(long id, ReservationRepository.Taken row) {
    return new Taken(id, Instant.ofEpochMilli(row.share().at()), Arrays.stream(Budget.values())
        .filter(budget -> (row.givenBack() & budget.bit()) != 0).map(Budget::name).toList());
  }
}
