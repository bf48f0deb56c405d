package dev.dianpu.sms;

import dev.dianpu.platform.database.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class SmsRepository {

  @PersistenceContext EntityManager em;

  /** The state ?1; what a receipt says was delivered is not unknown, even if its answer never came. */
  private static final String UNLESS_DELIVERED = "if(?1 = 'UNKNOWN' and a.receipt = 'DELIVERED', 'ACCEPTED', ?1)";

  void add(Message message) {
    em.persist(message);
  }

  void add(Attempt attempt) {
    em.persist(attempt);
  }

  /** Writes what became of an attempt; its message follows, in the same statement. */
  void end(Attempt attempt) {
    em.createNativeQuery("update sms_attempt a join sms_message m on m.id = a.message_id"
            + " set a.state = " + UNLESS_DELIVERED + ", m.state = " + UNLESS_DELIVERED + ", a.cause = ?2, a.gateway_code = ?3, a.gateway_text = ?4,"
            + " a.request_id = ?5, a.gateway_id = ?6, a.explanation = ?7, a.cost = ?8, a.duration_ms = ?9"
            + " where a.id = ?10")
        .setParameter(1, attempt.state.name()).setParameter(2, attempt.cause).setParameter(3, attempt.gatewayCode)
        .setParameter(4, attempt.gatewayText).setParameter(5, attempt.requestId).setParameter(6, attempt.gatewayId)
        .setParameter(7, attempt.explanation).setParameter(8, attempt.cost).setParameter(9, attempt.durationMs)
        .setParameter(10, attempt.id).executeUpdate();
  }

  /** Gives up on answers: whoever sees such a row first changes it, the others change nothing. */
  int giveUp(Instant startedBefore, String explanation) {
    return em.createNativeQuery("update sms_attempt a join sms_message m on m.id = a.message_id"
            + " set m.state = " + UNLESS_DELIVERED + ", a.state = " + UNLESS_DELIVERED + ", a.explanation = ?2 where a.state = ?3 and a.started_at < ?4")
        .setParameter(1, AttemptState.UNKNOWN.name()).setParameter(2, explanation)
        .setParameter(3, AttemptState.SENDING.name()).setParameter(4, startedBefore).executeUpdate();
  }

  Optional<Attempt> attempt(long id) {
    return Optional.ofNullable(em.find(Attempt.class, id));
  }

  Optional<Message> messageOf(long attemptId) {
    return attempt(attemptId).map(attempt -> em.find(Message.class, attempt.messageId));
  }

  /** The channels that stand in the journal. */
  List<String> channels() {
    return em.createNativeQuery("select distinct channel from sms_attempt order by channel", String.class)
        .getResultList().stream().map(String.class::cast).toList();
  }

  /** An attempt and its message. */
  record Entry(Attempt attempt, Message message) {}

  private static final String ENTRIES = "select a, m from Attempt a join Message m on m.id = a.messageId";

  private static List<Entry> entries(TypedQuery<Object[]> query) {
    return query.getResultStream().map(row -> new Entry((Attempt) row[0], (Message) row[1])).toList();
  }

  /** The messages of these references, each with its newest attempt. */
  List<Entry> newest(Collection<String> references) {
    return entries(em.createQuery(ENTRIES + " where m.reference in (:references)"
            + " and a.id = (select max(b.id) from Attempt b where b.messageId = m.id)", Object[].class)
        .setParameter("references", references));
  }

  List<Entry> ofMessage(long messageId) {
    return entries(em.createQuery(ENTRIES + " where m.id = :id order by a.id desc", Object[].class)
        .setParameter("id", messageId));
  }

  /** The attempts of a reference, of our id or of the gateway's; each found by its index. */
  List<Entry> byNumber(String number, int most) {
    List<?> ids = em.createNativeQuery("(select id from sms_attempt where gateway_id = ?1 limit " + most + ")"
            + " union (select id from sms_attempt where attempt_id = ?1)"
            + " union (select a.id from sms_message m join sms_attempt a on a.message_id = m.id where m.reference = ?1)")
        .setParameter(1, number).getResultList();
    return ids.isEmpty() ? List.of()
        : entries(em.createQuery(ENTRIES + " where a.id in (:ids) order by a.startedAt desc, a.id desc", Object[].class)
            .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList()));
  }

  Optional<Message> message(long id) {
    return Optional.ofNullable(em.find(Message.class, id));
  }

  List<Entry> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of()
        : entries(em.createQuery(ENTRIES + " where a.id in (:ids) order by a.startedAt desc, a.id desc", Object[].class)
            .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList()));
  }
}
