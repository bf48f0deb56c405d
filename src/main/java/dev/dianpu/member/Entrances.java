package dev.dianpu.member;

import dev.dianpu.platform.database.Expiring;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.PhoneNumber;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** Who may come in by what, and who came in. What is told here must not reach a visitor who proved nothing. */
@ApplicationScoped
public class Entrances implements Expiring {

  private static final Duration KEPT = Duration.ofDays(183);
  private static final int LONGEST_AGENT = 200;

  @Inject Members members;
  @Inject LoginRepository logins;
  @Inject Sessions sessions;
  @Inject Clock clock;

  /** A member at the door. */
  public record Entrant(long id, String username, String email, MemberState state, Instant lastLoginAt) {

    /** Whether the shop's owner shut this account. */
    public boolean frozen() {
      return state == MemberState.FROZEN;
    }

    /** Whether nobody came in for so long that the phone may be somebody else's by now. */
    public boolean away(Instant now, Duration absence) {
      return lastLoginAt.plus(absence).isBefore(now);
    }
  }

  /** A login that has been. */
  public record Past(Instant at, LoginWay way, String address, String agent) {}

  /** Who has this phone. */
  @Transactional
  public Optional<Entrant> ofPhone(PhoneNumber phone) {
    return members.byPhone(phone).map(Entrances::entrant);
  }

  /** Who has this e-mail address. */
  @Transactional
  public Optional<Entrant> ofEmail(String email) {
    return members.byEmail(email).map(Entrances::entrant);
  }

  /** Lets a member in: another session, a line of the history. */
  public void enter(long id, LoginWay way, Visit visit) {
    members.loggedIn(id);
    String agent = visit.userAgent();
    logins.add(id, new Past(clock.instant(), way, visit.address(),
        agent.substring(0, Math.min(LONGEST_AGENT, agent.length()))));
    sessions.login(id, visit);
  }

  /** The newest logins of a member, newest first. */
  public List<Past> newest(long id, int most) {
    return logins.newest(id, most);
  }

  @Override
  public int deleteExpired(Instant now, int most) {
    return logins.deleteOld(now.minus(KEPT), most);
  }

  private static Entrant entrant(Member member) {
    Instant seen = member.lastLoginAt() == null ? member.registeredAt() : member.lastLoginAt();
    return new Entrant(member.id(), member.username(), member.email(), member.state(), seen);
  }
}
