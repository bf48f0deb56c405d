package dev.dianpu.member;

import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.session.Sessions;
import dev.dianpu.platform.text.PhoneNumbers;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** The members as the shop's owner sees them. */
@ApplicationScoped
public class MemberDirectory {

  private static final int LOGINS = 20;

  @Inject DirectoryRepository repository;
  @Inject Members members;
  @Inject Entrances entrances;
  @Inject RegistrationFields fields;
  @Inject StateChanges changes;
  @Inject Sessions sessions;

  /**
   * A line of the list.
   *
   * @param phone masked; empty without one
   * @param lastLoginAt null if there was none
   */
  public record Line(long id, String username, String email, String phone, MemberState state, Instant registeredAt,
      Instant lastLoginAt) {}

  /**
   * A member as a whole.
   *
   * @param fields what was answered at registration, by label
   * @param logins the newest ones
   */
  public record Detail(Line line, String nickname, String registeredFrom, Map<String, String> fields,
      List<Entrances.Past> logins) {}

  /** The newest members, from before this number on; of one state, or of all. */
  public List<Line> newest(Optional<MemberState> state, Optional<Long> before, int most) {
    return repository.newest(state, before, most).stream().map(this::line).toList();
  }

  /**
   * Those whom a search finds: who has this whole phone, or whose e-mail address or user name begins so.
   *
   * @param from how many to leave out
   */
  public List<Line> find(String search, Optional<MemberState> state, int from, int most) {
    List<DirectoryRepository.Row> found = PhoneNumbers.mainlandMobile(search)
        .map(phone -> repository.byPhone(members.digest(phone), state))
        .orElseGet(() -> search.indexOf('@') >= 0 ? repository.byEmail(search, state, from, most)
            : repository.byUsername(search, state, from, most));
    return found.stream().map(this::line).toList();
  }

  /** One of them. */
  @Transactional
  public Optional<Detail> detail(long id) {
    return members.byId(id).map(member -> new Detail(
        new Line(id, member.username(), member.email(), members.masked(member.phoneSealed().orElse("")), member.state(),
            member.registeredAt(), member.lastLoginAt()),
        member.nickname(), member.registeredFrom(), fields.answers(id), entrances.newest(id, LOGINS)));
  }

  /** Shuts an account, whose sessions end, or opens it again; false if it is so already, or was given up. */
  public boolean freeze(long id, boolean frozen) {
    boolean done = changes.freeze(id, frozen);
    if (done && frozen) {
      sessions.endAll(id);
    }
    return done;
  }

  private Line line(DirectoryRepository.Row row) {
    return new Line(row.id(), row.username(), row.email(), members.masked(row.phoneSealed()), row.state(),
        row.registeredAt(), row.lastLoginAt());
  }

  /** In one transaction with the admin's log. */
  @ApplicationScoped
  @Transactional
  static class StateChanges {

    @Inject Members members;
    @Inject AdminLog log;

    boolean freeze(long id, boolean frozen) {
      Optional<Member> member = members.byId(id)
          .filter(found -> found.state() == (frozen ? MemberState.ACTIVE : MemberState.FROZEN));
      member.ifPresent(found -> {
        found.freeze(frozen);
        log.record(frozen ? "admin.log.member-frozen" : "admin.log.member-unfrozen", found.username(), "", "");
      });
      return member.isPresent();
    }
  }
}
