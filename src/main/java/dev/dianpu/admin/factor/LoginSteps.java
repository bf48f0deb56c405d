package dev.dianpu.admin.factor;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.database.Sql;
import dev.dianpu.platform.web.Visit;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.Optional;
import javax.sql.DataSource;

/**
 * Logins that are half done: the password was right, the second step is to come. Known by a cookie that only the login
 * sees; good for ten minutes and five tries, and for nothing but the second step.
 */
@ApplicationScoped
public class LoginSteps implements Expiring {

  /** Of the cookie of a half-done login. */
  public static final String COOKIE = "dianpu_admin_step";

  private static final Duration LIFE = Duration.ofMinutes(10);
  private static final int TRIES = 5;
  private static final int TOKEN_BYTES = 32;
  private static final String AREA = "/admin/login";

  @Inject SecretBox box;
  @Inject Clock clock;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** A login that is half done. */
  public record Step(long id, long admin) {}

  /** Begins one. */
  public void begin(long admin, Visit visit) {
    String token = box.token(TOKEN_BYTES);
    sql().update("insert into admin_login_step (token_hash, admin_id, created_at) values (?, ?, ?)",
        Devices.hash(token), admin, clock.instant());
    visit.setCookie(COOKIE, token, AREA, (int) LIFE.toSeconds(), "Strict");
  }

  /** The one of this browser; empty when it is over or has no try left. */
  public Optional<Step> of(Visit visit) {
    return visit.cookie(COOKIE).flatMap(token -> sql().first(row -> new Step(row.getLong(1), row.getLong(2)),
        "select id, admin_id from admin_login_step where token_hash = ? and created_at > ? and tries < ?",
        Devices.hash(token), clock.instant().minus(LIFE), TRIES));
  }

  /** Takes a try before anything is compared; false when none is left. */
  public boolean take(Step step) {
    return sql().update("update admin_login_step set tries = tries + 1 where id = ? and tries < ?",
        step.id(), TRIES) == 1;
  }

  /** Ends it: of several requests with a right code one gets true and logs in. */
  public boolean end(Step step, Visit visit) {
    visit.setCookie(COOKIE, "", AREA, 0, "Strict");
    return sql().update("delete from admin_login_step where id = ?", step.id()) == 1;
  }

  /** Ends all of an admin, whose password is another now. */
  public void endAll(long admin) {
    sql().update("delete from admin_login_step where admin_id = ?", admin);
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return sql().update("delete from admin_login_step where created_at < ? order by created_at limit ?",
        now.minus(LIFE), most);
  }

  private Sql sql() {
    return new Sql(dataSource);
  }
}
