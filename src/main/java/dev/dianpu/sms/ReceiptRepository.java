package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;
import java.util.Optional;

/** What events change in the journal and among the filed texts. */
@ApplicationScoped
@Transactional
class ReceiptRepository {

  private static final int FEW = 20;

  @PersistenceContext EntityManager em;

  /** The attempts that a gateway names so, newest first: by its own id, or by ours if it gives that back. */
  List<Attempt> named(String id, byte[] phone) {
    List<Attempt> theirs = attempts("gatewayId", id, phone);
    // Ours are of few letters: anything else would be compared with every row.
    return !theirs.isEmpty() || !id.matches("[A-Za-z0-9]{1,32}") ? theirs : attempts("attemptId", id, phone);
  }

  private List<Attempt> attempts(String by, String id, byte[] phone) {
    var query = em.createQuery("select a from Attempt a where a." + by + " = :id"
        + (phone == null ? "" : " and a.toDigest = :phone") + " order by a.id desc", Attempt.class)
        .setParameter("id", id).setMaxResults(FEW);
    return (phone == null ? query : query.setParameter("phone", phone)).getResultList();
  }

  /** The newest attempt to send something to a phone. */
  Optional<Attempt> newestTo(byte[] phone, Instant before) {
    return em.createQuery("select a from Attempt a where a.toDigest = :phone and a.startedAt <= :before"
            + " order by a.startedAt desc, a.id desc", Attempt.class)
        .setParameter("phone", phone).setParameter("before", before).setMaxResults(1).getResultStream().findFirst();
  }

  /** Writes the first receipt of an attempt; false if it has one. */
  boolean receive(long attempt, String receipt, String code, Instant at) {
    return em.createNativeQuery("update sms_attempt set receipt = ?1, receipt_code = ?2, receipt_at = ?3"
            + " where id = ?4 and receipt = ''")
        .setParameter(1, receipt).setParameter(2, code).setParameter(3, at).setParameter(4, attempt)
        .executeUpdate() == 1;
  }

  /** What a phone got was sent: an attempt of unknown outcome is no longer so, nor is its message. */
  void confirm(Attempt attempt) {
    em.createNativeQuery("update sms_attempt a join sms_message m on m.id = a.message_id"
            + " set m.state = if(m.state = ?3, ?1, m.state), a.state = ?1 where a.id = ?2 and a.state = ?3")
        .setParameter(1, AttemptState.ACCEPTED.name()).setParameter(2, attempt.id)
        .setParameter(3, AttemptState.UNKNOWN.name()).executeUpdate();
  }

  /** By which those who had a message sent know it; empty if it has none. */
  Optional<String> reference(long messageId) {
    return em.createQuery("select m.reference from Message m where m.id = :id and m.reference is not null", String.class)
        .setParameter("id", messageId).getResultStream().findFirst();
  }

  /** Keeps what the gateway's people decided about a filed text; false if none of that name is filed. */
  boolean audit(String channel, String templateId, String state, String remark, Instant now) {
    return em.createNativeQuery("update sms_template set state = ?1, remark = ?2, changed_at = ?3"
            + " where channel = ?4 and gateway_id = ?5 and state <> 'DELETED'")
        .setParameter(1, state).setParameter(2, remark).setParameter(3, now).setParameter(4, channel)
        .setParameter(5, templateId).executeUpdate() > 0;
  }
}
