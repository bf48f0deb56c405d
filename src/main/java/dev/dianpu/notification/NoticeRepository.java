package dev.dianpu.notification;

import dev.dianpu.platform.database.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.EnumMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;

@ApplicationScoped
@Transactional
class NoticeRepository {

  @PersistenceContext EntityManager em;

  /** Adds a row; one of the same event, subject, phone and template stays as it is. */
  void add(Notice notice, byte[] toDigest, String toSealed, String variablesSealed, Times times) {
    em.createNativeQuery("insert into notice (event, subject, to_digest, to_sealed, template, wording,"
            + " variables_sealed, state, due_at, created_at, changed_at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, 'QUEUED', ?9, ?8, ?8) on duplicate key update id = notice.id")
        .setParameter(1, notice.event()).setParameter(2, notice.subject()).setParameter(3, toDigest)
        .setParameter(4, toSealed).setParameter(5, notice.template()).setParameter(6, notice.wording())
        .setParameter(7, variablesSealed).setParameter(8, times.now()).setParameter(9, times.dueAt()).executeUpdate();
  }

  /** When a row is made, and from when on it may be sent. */
  record Times(Instant now, Instant dueAt) {}

  /** Lets go of what still waits. */
  void lapse(String event, String subject, Instant now) {
    em.createNativeQuery("update notice set state = 'DROPPED', due_at = ?1, changed_at = ?1,"
            + " explanation = 'notification.lapsed' where event = ?2 and subject = ?3 and state = 'QUEUED'")
        .setParameter(1, now).setParameter(2, event).setParameter(3, subject).executeUpdate();
  }

  /** Locks rows of a state that are due, leaving those out that another node is locking. */
  List<Long> lockDue(NoticeState state, Instant now, int most) {
    return ids(em.createNativeQuery("select id from notice where state = ?1 and due_at <= ?2"
            + " order by due_at, id limit " + most + " for update skip locked")
        .setParameter(1, state.name()).setParameter(2, now));
  }

  /** Claims rows that this transaction has locked. */
  List<NoticeRow> claim(List<Long> locked, Instant until, Instant now) {
    if (locked.isEmpty()) {
      return List.of();
    }
    em.createNativeQuery("update notice set state = 'SENDING', due_at = ?1, changed_at = ?2 where id in (:ids)")
        .setParameter(1, until).setParameter(2, now).setParameter("ids", locked).executeUpdate();
    return rows(locked);
  }

  /** Those rows, oldest first. */
  List<NoticeRow> rows(List<Long> ids) {
    return em.createQuery("select n from NoticeRow n where n.id in (:ids) order by n.id", NoticeRow.class)
        .setParameter("ids", ids).getResultList();
  }

  /**
   * Records what became of a row's message. Whoever comes too late, since somebody recorded it before or the owner decided,
   * changes nothing; only an unknown outcome is replaced by a known one.
   */
  void record(NoticeRow row, Verdict verdict, Instant now) {
    em.createNativeQuery("update notice set state = ?1, due_at = ?2, tries = ?3, failures = ?4, repeats = ?5,"
            + " message_id = ?6, channel = ?7, cause = ?8, explanation = ?9, changed_at = ?10"
            + " where id = ?11 and tries = ?12 and repeats = ?13 and state in ('SENDING', 'UNKNOWN')")
        .setParameter(1, verdict.state().name()).setParameter(2, verdict.dueAt()).setParameter(3, verdict.tries())
        .setParameter(4, verdict.failures()).setParameter(5, verdict.repeats())
        .setParameter(6, verdict.fate().messageId()).setParameter(7, verdict.fate().channel())
        .setParameter(8, verdict.fate().cause()).setParameter(9, verdict.fate().explanation()).setParameter(10, now)
        .setParameter(11, row.id).setParameter(12, row.tries).setParameter(13, row.repeats).executeUpdate();
  }

  /** The message that was made at this try has arrived: whatever the row still waits for is over. */
  void confirm(long id, int tries, Instant now) {
    em.createNativeQuery("update notice set state = 'SENT', cause = '', explanation = '', due_at = ?1, changed_at = ?1"
            + " where id = ?2 and tries = ?3"
            + " and (state in ('UNKNOWN', 'SENDING') or state = 'QUEUED' and repeats > 0)")
        .setParameter(1, now).setParameter(2, id).setParameter(3, tries).executeUpdate();
  }

  /** Puts a claimed row of which no message was made back into the queue, or gives it up. */
  void release(NoticeRow row, NoticeState state, String explanation, Instant now) {
    em.createNativeQuery("update notice set state = ?1, due_at = ?2, changed_at = ?2, explanation = ?3"
            + " where id = ?4 and tries = ?5 and repeats = ?6 and state = 'SENDING'")
        .setParameter(1, state.name()).setParameter(2, now).setParameter(3, explanation).setParameter(4, row.id)
        .setParameter(5, row.tries).setParameter(6, row.repeats).executeUpdate();
  }

  /** The owner decided on a row that has come to a sad end; false if it has not, or no longer. */
  boolean decide(long id, List<NoticeState> of, NoticeState to, Instant now) {
    return em.createNativeQuery("update notice set state = ?1, due_at = ?2, changed_at = ?2, failures = 0"
            + " where id = ?3 and state in (:states)")
        .setParameter(1, to.name()).setParameter(2, now).setParameter(3, id)
        .setParameter("states", of.stream().map(Enum::name).toList()).executeUpdate() == 1;
  }

  /** The same for every dead row; how many there were. */
  int decideAllDead(NoticeState to, Instant now) {
    return em.createNativeQuery("update notice set state = ?1, due_at = ?2, changed_at = ?2, failures = 0"
            + " where state = 'DEAD'")
        .setParameter(1, to.name()).setParameter(2, now).executeUpdate();
  }

  Optional<NoticeRow> find(long id) {
    return Optional.ofNullable(em.find(NoticeRow.class, id));
  }

  long dead() {
    return ((Number) em.createNativeQuery("select count(*) from notice where state = 'DEAD'").getSingleResult())
        .longValue();
  }

  /** How many there are of each state; a state without any is left out. */
  Map<NoticeState, Long> counts() {
    Map<NoticeState, Long> counts = new EnumMap<>(NoticeState.class);
    for (Object row : em.createNativeQuery("select state, count(*) from notice group by state").getResultList()) {
      Object[] columns = (Object[]) row;
      counts.put(NoticeState.valueOf((String) columns[0]), ((Number) columns[1]).longValue());
    }
    return counts;
  }

  List<NoticeRow> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<Long> ids = ids(query);
    return ids.isEmpty() ? List.of() : em.createQuery("select n from NoticeRow n where n.id in (:ids)"
        + " order by n.createdAt desc, n.id desc", NoticeRow.class).setParameter("ids", ids).getResultList();
  }

  private static List<Long> ids(Query query) {
    return ((List<?>) query.getResultList()).stream().map(id -> ((Number) id).longValue()).toList();
  }
}
