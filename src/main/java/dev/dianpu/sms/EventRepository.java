package dev.dianpu.sms;

import dev.dianpu.sms.ReceivedEvent.Kind;
import dev.dianpu.sms.ReceivedEvent.Outcome;
import dev.dianpu.platform.database.NewestFirst;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Optional;
import java.util.Set;

@ApplicationScoped
@Transactional
class EventRepository {

  @PersistenceContext EntityManager em;

  /** Which of these are there, as hexadecimal digits; waits for nobody. */
  Set<String> known(Collection<byte[]> digests) {
    Set<String> known = new HashSet<>();
    List<?> rows = em.createNativeQuery("select digest from sms_event where digest in (:digests)")
        .setParameter("digests", digests).getResultList();
    rows.forEach(digest -> known.add(HexFormat.of().formatHex((byte[]) digest)));
    return known;
  }

  /** Keeps an event; the same once more changes nothing. */
  void add(ReceivedEvent event) {
    em.createNativeQuery("insert into sms_event (channel, kind, digest, gateway_id, phone_digest, phone_sealed, good,"
            + " code, text_sealed, at, received_at, due_at, outcome)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?9, ?10, ?11, ?12, ?13) on duplicate key update kind = kind")
        .setParameter(1, event.channel).setParameter(2, event.kind.name()).setParameter(3, event.digest)
        .setParameter(4, event.gatewayId).setParameter(5, event.phoneDigest).setParameter(6, event.phoneSealed)
        .setParameter(7, event.good).setParameter(8, event.code).setParameter(9, event.textSealed)
        .setParameter(10, event.at).setParameter(11, event.receivedAt).setParameter(12, event.dueAt)
        .setParameter(13, event.outcome.name()).executeUpdate();
  }

  /** What is to be looked at now, oldest first. */
  List<ReceivedEvent> due(Instant now, int most) {
    return em.createQuery("select e from ReceivedEvent e where e.dueAt <= :now order by e.dueAt, e.id",
        ReceivedEvent.class).setParameter("now", now).setMaxResults(most).getResultList();
  }

  /** Takes an event for this node until a time; false if another one did. */
  boolean claim(ReceivedEvent event, Instant until) {
    return em.createQuery("update ReceivedEvent e set e.dueAt = :until where e.id = :id and e.dueAt = :seen")
        .setParameter("until", until).setParameter("id", event.id).setParameter("seen", event.dueAt)
        .executeUpdate() == 1;
  }

  void postpone(long id, Instant until) {
    em.createQuery("update ReceivedEvent e set e.dueAt = :until where e.id = :id and e.dueAt is not null")
        .setParameter("until", until).setParameter("id", id).executeUpdate();
  }

  /** The event is over. */
  void finish(long id, Outcome outcome, Long attemptId, Instant now) {
    em.createQuery("update ReceivedEvent e set e.dueAt = null, e.processedAt = :now, e.outcome = :outcome,"
            + " e.attemptId = :attempt where e.id = :id and e.dueAt is not null")
        .setParameter("now", now).setParameter("outcome", outcome).setParameter("attempt", attemptId)
        .setParameter("id", id).executeUpdate();
  }

  Optional<ReceivedEvent> find(long id) {
    return Optional.ofNullable(em.find(ReceivedEvent.class, id));
  }

  /** The receipts of these attempts, in the order in which they came. */
  List<ReceivedEvent> receipts(Collection<Long> attempts) {
    return attempts.isEmpty() ? List.of() : em.createQuery("select e from ReceivedEvent e"
            + " where e.attemptId in (:attempts) and e.kind = :kind order by e.id", ReceivedEvent.class)
        .setParameter("attempts", attempts).setParameter("kind", Kind.RECEIPT).setMaxResults(200).getResultList();
  }

  /** What a phone wrote in a time, in its order. */
  List<ReceivedEvent> replies(byte[] phone, Instant from, Instant until) {
    return em.createQuery("select e from ReceivedEvent e where e.phoneDigest = :phone and e.kind = :kind"
            + " and e.receivedAt >= :from and e.receivedAt < :until order by e.receivedAt, e.id", ReceivedEvent.class)
        .setParameter("phone", phone).setParameter("kind", Kind.REPLY).setParameter("from", from)
        .setParameter("until", until).setMaxResults(50).getResultList();
  }

  /** Deletes what came long ago and is over; one kind at a time, so that the log's index finds it. */
  int delete(Kind kind, Instant before, int most) {
    return em.createNativeQuery("delete from sms_event where kind = ?1 and received_at < ?2 and due_at is null"
        + " order by received_at limit " + most).setParameter(1, kind.name()).setParameter(2, before).executeUpdate();
  }

  List<ReceivedEvent> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of() : em.createQuery("select e from ReceivedEvent e where e.id in (:ids)"
            + " order by e.receivedAt desc, e.id desc", ReceivedEvent.class)
        .setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList()).getResultList();
  }
}
