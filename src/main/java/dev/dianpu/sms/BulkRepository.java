package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.Collections;
import java.util.List;
import java.util.Optional;

@ApplicationScoped
@Transactional
class BulkRepository {

  private static final int ROWS = 500;

  @PersistenceContext EntityManager em;

  /** A phone to be added. */
  record Entry(byte[] digest, String sealed, BulkState state) {}

  void add(Bulk bulk, List<Entry> phones) {
    em.persist(bulk);
    for (int from = 0; from < phones.size(); from += ROWS) {
      List<Entry> some = phones.subList(from, Math.min(phones.size(), from + ROWS));
      Query insert = em.createNativeQuery("insert into sms_bulk_phone (bulk_id, to_digest, to_sealed, state, due_at)"
          + " values " + String.join(",", Collections.nCopies(some.size(), "(?,?,?,?,?)")));
      int place = 1;
      for (Entry phone : some) {
        insert.setParameter(place++, bulk.id).setParameter(place++, phone.digest()).setParameter(place++, phone.sealed())
            .setParameter(place++, phone.state().name()).setParameter(place++, bulk.createdAt);
      }
      insert.executeUpdate();
    }
  }

  Optional<Bulk> find(long id) {
    return Optional.ofNullable(em.find(Bulk.class, id));
  }

  /** The newest ones that were started. */
  List<Bulk> newest(int most) {
    return em.createQuery("select b from Bulk b where b.startedAt is not null order by b.id desc", Bulk.class)
        .setMaxResults(most).getResultList();
  }

  /** One count of a bulk's phones. */
  record Count(long bulkId, BulkState state, String cause, String explanation, long phones) {}

  List<Count> counts(Collection<Long> bulks) {
    if (bulks.isEmpty()) {
      return List.of();
    }
    return ((List<?>) em.createNativeQuery("select bulk_id, state, cause, explanation, count(*) from sms_bulk_phone"
            + " where bulk_id in (:ids) group by bulk_id, state, cause, explanation")
        .setParameter("ids", bulks).getResultList()).stream().map(Object[].class::cast)
        .map(row -> new Count(((Number) row[0]).longValue(), BulkState.valueOf((String) row[1]), (String) row[2],
            (String) row[3], ((Number) row[4]).longValue())).toList();
  }

  /** Starts a draft; false if it is none any more. */
  boolean start(long id, Instant now) {
    boolean started = em.createNativeQuery(
            "update sms_bulk set state = 'STARTED', started_at = ?1 where id = ?2 and state = 'DRAFT'")
        .setParameter(1, now).setParameter(2, id).executeUpdate() == 1;
    if (started) {
      move(id, BulkState.DRAFT, BulkState.QUEUED, now);
    }
    return started;
  }

  /** Stops what has not been claimed yet; how many phones that were. */
  int stop(long id, Instant now) {
    em.createNativeQuery("update sms_bulk set state = 'STOPPED' where id = ?1 and state = 'STARTED'")
        .setParameter(1, id).executeUpdate();
    return move(id, BulkState.QUEUED, BulkState.STOPPED, now);
  }

  private int move(long id, BulkState from, BulkState to, Instant now) {
    return em.createNativeQuery("update sms_bulk_phone set state = ?1, due_at = ?2 where bulk_id = ?3 and state = ?4")
        .setParameter(1, to.name()).setParameter(2, now).setParameter(3, id).setParameter(4, from.name())
        .executeUpdate();
  }

  /** Claims rows of this state that are due, in a short transaction of its own; other nodes pass over them. */
  @Transactional(Transactional.TxType.REQUIRES_NEW)
  List<BulkPhone> claim(BulkState state, Instant now, Duration lasting, int most) {
    List<Long> ids = ((List<?>) em.createNativeQuery("select id from sms_bulk_phone where state = ?1 and due_at <= ?2"
            + " order by due_at, id limit " + most + " for update skip locked")
        .setParameter(1, state.name()).setParameter(2, now).getResultList()).stream()
        .map(id -> ((Number) id).longValue()).toList();
    if (ids.isEmpty()) {
      return List.of();
    }
    em.createNativeQuery("update sms_bulk_phone set state = 'SENDING', due_at = ?1 where id in (:ids)")
        .setParameter(1, now.plus(lasting)).setParameter("ids", ids).executeUpdate();
    return em.createQuery("select p from BulkPhone p where p.id in (:ids) order by p.id", BulkPhone.class)
        .setParameter("ids", ids).getResultList();
  }

  /** What became of a phone's message; whoever comes too late changes nothing, but an unknown outcome may become known. */
  void record(BulkPhone phone, BulkState state, int tries, MessageFates.Fate fate, Instant dueAt) {
    em.createNativeQuery("update sms_bulk_phone set state = ?1, tries = ?2, cause = ?3, explanation = ?4, due_at = ?5"
            + " where id = ?6 and tries = ?7 and state in ('SENDING', 'UNKNOWN')")
        .setParameter(1, state.name()).setParameter(2, tries).setParameter(3, fate.cause())
        .setParameter(4, fate.explanation()).setParameter(5, dueAt).setParameter(6, phone.id)
        .setParameter(7, phone.tries).executeUpdate();
  }

  /** Ends the claim of phones for which no message was made. */
  void release(Collection<BulkPhone> phones, BulkState state, Instant now) {
    if (!phones.isEmpty()) {
      em.createNativeQuery("update sms_bulk_phone set state = ?1, due_at = ?2 where id in (:ids) and state = 'SENDING'")
          .setParameter(1, state.name()).setParameter(2, now)
          .setParameter("ids", phones.stream().map(phone -> phone.id).toList()).executeUpdate();
    }
  }

  int deleteDrafts(Instant before, int most) {
    return em.createNativeQuery("delete from sms_bulk where state = 'DRAFT' and created_at < ?1 limit " + most)
        .setParameter(1, before).executeUpdate();
  }
}
