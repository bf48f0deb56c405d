package dev.dianpu.admin.factor;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.Settings;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import javax.sql.DataSource;

/** How lately the admin of a session proved to be there. Sensitive operations ask for it: a browser may be left open. */
@ApplicationScoped
public class Confirmations {

  @Inject Settings settings;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Notes that the admin is there. */
  public void note(long session) {
    new Sql(dataSource).update("insert into admin_confirmation (session_id, confirmed_at) values (?, ?)"
        + " on duplicate key update confirmed_at = values(confirmed_at)", session, clock.instant());
  }

  /** Whether that was noted within the minutes of the settings. */
  public boolean fresh(long session) {
    Instant after = clock.instant().minus(Duration.ofMinutes(minutes()));
    return new Sql(dataSource).number("select 1 from admin_confirmation where session_id = ? and confirmed_at > ?",
        session, after).isPresent();
  }

  /** For how many minutes it lasts. */
  public long minutes() {
    return settings.number(SecurityGroup.FRESH_MINUTES);
  }
}
