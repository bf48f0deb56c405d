package dev.dianpu.sms;

import dev.dianpu.platform.database.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class SmsRepository {

  @PersistenceContext EntityManager em;

  void add(Message message) {
    em.persist(message);
  }

  /** Adds an attempt to a message that may have been read in another transaction. */
  void add(Attempt attempt) {
    attempt.message = em.getReference(Message.class, attempt.message.id);
    em.persist(attempt);
  }

  /** Writes what became of an attempt; its message follows, in the same statement. */
  void end(Attempt attempt) {
    em.createNativeQuery("update sms_attempt a join sms_message m on m.id = a.message_id"
            + " set a.state = ?1, m.state = ?1, a.cause = ?2, a.gateway_code = ?3, a.gateway_text = ?4,"
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
            + " set a.state = ?1, m.state = ?1, a.explanation = ?2 where a.state = ?3 and a.started_at < ?4")
        .setParameter(1, AttemptState.UNKNOWN.name()).setParameter(2, explanation)
        .setParameter(3, AttemptState.SENDING.name()).setParameter(4, startedBefore).executeUpdate();
  }

  Optional<Attempt> byId(long id) {
    return em.createQuery("select a from Attempt a join fetch a.message where a.id = :id", Attempt.class)
        .setParameter("id", id).getResultStream().findFirst();
  }

  List<Attempt> ofMessage(long messageId) {
    return em.createQuery("select a from Attempt a join fetch a.message where a.message.id = :id order by a.id desc",
        Attempt.class).setParameter("id", messageId).getResultList();
  }

  /** The channels that stand in the journal. */
  List<String> channels() {
    return em.createNativeQuery("select distinct channel from sms_attempt order by channel", String.class)
        .getResultList().stream().map(String.class::cast).toList();
  }

  List<Attempt> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of()
        : em.createQuery("select a from Attempt a join fetch a.message where a.id in (:ids)"
            + " order by a.startedAt desc, a.id desc", Attempt.class)
            .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList()).getResultList();
  }
}
