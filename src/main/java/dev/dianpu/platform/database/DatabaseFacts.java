package dev.dianpu.platform.database;

import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.sql.Connection;
import java.sql.ResultSet;
import java.sql.SQLException;
import java.sql.Statement;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDateTime;
import java.time.ZoneOffset;
import java.util.Optional;
import javax.sql.DataSource;

/** What the database is and allows, found out by asking and by trying. */
@ApplicationScoped
public class DatabaseFacts {

  /** Needs all that the scripts and the shop need: each line one right, in the order in which it is tried. */
  private static final String[][] TRIES = {
      {"CREATE", "create table dianpu_try_a (id int not null primary key, word varchar(20) not null) engine=InnoDB"
          + " default charset=utf8mb4 collate=utf8mb4_unicode_ci"},
      {"ALTER", "alter table dianpu_try_a add column more int null"},
      {"INDEX", "create index dianpu_try_word on dianpu_try_a (word)"},
      {"REFERENCES", "create table dianpu_try_b (id int not null primary key, a int not null,"
          + " constraint dianpu_try_fk foreign key (a) references dianpu_try_a (id)) engine=InnoDB"},
      {"INSERT", "insert into dianpu_try_a (id, word) values (1, '店铺😀')"},
      {"UPDATE", "update dianpu_try_a set more = 2 where id = 1"},
      {"DELETE", "delete from dianpu_try_a where id = 2"}};
  private static final String WORD = "店铺😀";

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  @Inject Clock clock;

  /** For the container, which fills in the shop's data source. */
  public DatabaseFacts() {}

  /** Outside a container. */
  public DatabaseFacts(DataSource dataSource, Clock clock) {
    this.dataSource = dataSource;
    this.clock = clock;
  }

  /**
   * What it says of itself.
   *
   * @param version as the server words it
   * @param mariaDb else it is MySQL
   * @param major first number of the version
   * @param minor second number of the version
   * @param schema name of the shop's database
   * @param charset in which it makes tables that name none
   * @param ahead how far its clock is ahead of this server's; negative when behind
   */
  public record Facts(String version, boolean mariaDb, int major, int minor, String schema, String charset,
      Duration ahead) {}

  /** Asks. */
  public Facts ask() throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      statement.executeQuery("select 1").close();
      Instant before = clock.instant();
      try (ResultSet row = statement.executeQuery(
          "select version(), database(), @@character_set_database, utc_timestamp(6)")) {
        row.next();
        Instant middle = before.plus(Duration.between(before, clock.instant()).dividedBy(2));
        String version = row.getString(1);
        String[] numbers = version.replaceFirst("^5\\.5\\.5-", "").split("[^0-9]+", 3);
        Instant theirs = row.getObject(4, LocalDateTime.class).toInstant(ZoneOffset.UTC);
        return new Facts(version, version.contains("MariaDB"), Integer.parseInt(numbers[0]),
            Integer.parseInt(numbers[1]), row.getString(2), row.getString(3), Duration.between(middle, theirs));
      }
    }
  }

  /**
   * Something that could not be done.
   *
   * @param right that is missing, such as {@code ALTER}; {@code UTF8} when a text did not come back as it was written
   * @param message of the database
   */
  public record Refusal(String right, String message) {}

  /** Tries every right on two tables of its own, which are gone afterwards; the first refusal, if there is one. */
  public Optional<Refusal> tryRights() throws SQLException {
    try (Connection connection = dataSource.getConnection(); Statement statement = connection.createStatement()) {
      drop(statement);
      for (String[] one : TRIES) {
        try {
          statement.execute(one[1]);
        } catch (SQLException refused) {
          drop(statement);
          return Optional.of(new Refusal(one[0], refused.getMessage()));
        }
      }
      Optional<Refusal> text = readBack(statement);
      return text.or(() -> drop(statement));
    }
  }

  private static Optional<Refusal> readBack(Statement statement) throws SQLException {
    try (ResultSet row = statement.executeQuery("select word from dianpu_try_a where id = 1")) {
      row.next();
      return WORD.equals(row.getString(1)) ? Optional.empty() : Optional.of(new Refusal("UTF8", row.getString(1)));
    }
  }

  private static Optional<Refusal> drop(Statement statement) {
    try {
      statement.execute("drop table if exists dianpu_try_b");
      statement.execute("drop table if exists dianpu_try_a");
      return Optional.empty();
    } catch (SQLException refused) {
      return Optional.of(new Refusal("DROP", refused.getMessage()));
    }
  }
}
