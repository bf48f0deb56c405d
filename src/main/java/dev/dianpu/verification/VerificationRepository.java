package dev.dianpu.verification;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.LockModeType;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
@Transactional
class VerificationRepository {

  @PersistenceContext EntityManager em;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** The newest code of a slot, locked until the end of the transaction. */
  Optional<Verification> lock(byte[] slot) {
    return em.createQuery("select v from Verification v where v.slot = :slot", Verification.class)
        .setParameter("slot", slot).setLockMode(LockModeType.PESSIMISTIC_WRITE).getResultStream().findFirst();
  }

  /** The newest code of a slot as it was committed last; changes to it are not written. */
  Optional<Verification> find(byte[] slot) {
    return em.createQuery("select v from Verification v where v.slot = :slot", Verification.class)
        .setParameter("slot", slot).getResultStream().findFirst();
  }

  /** Whether a slot has a code, without a lock. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  boolean taken(byte[] slot) {
    return new Sql(dataSource).number("select 1 from verification where slot = ?", slot).isPresent();
  }

  /** Adds a code and the step that it was asked for. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  void addAsked(Verification v, String captcha) {
    v.id = new Sql(dataSource).transaction(connection -> {
      long id = Sql.insert(connection, "insert into verification (public_id, slot, session_id, phone_digest,"
              + " phone_sealed, purpose, code_digest, code_sealed, tries, sends, created_at, sent_at, expires_at,"
              + " address, reservation_id, outcome, channel, state)"
              + " values (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",
          v.publicId, v.slot, v.sessionId, v.phoneDigest, v.phoneSealed, v.purpose.name(), v.codeDigest, v.codeSealed,
          v.tries, v.sends, v.createdAt, v.sentAt, v.expiresAt, v.address, v.reservationId, v.outcome.name(),
          v.channel, v.state.name());
      Sql.update(connection, TrailRepository.INSERT, id, TrailRepository.ASKED, captcha, v.createdAt);
      return id;
    });
  }

  void add(Verification verification) {
    em.persist(verification);
  }

  /** Writes changes of locked rows now, since an insert would overtake them. */
  void flush() {
    em.flush();
  }

  void keepEarlierSend(Verification of) {
    em.createNativeQuery("insert into verification_earlier_send"
            + " (verification_id, sent_at, reservation_id, outcome, channel) values (?1, ?2, ?3, ?4, ?5)")
        .setParameter(1, of.id).setParameter(2, of.sentAt).setParameter(3, of.reservationId)
        .setParameter(4, of.outcome.name()).setParameter(5, of.channel).executeUpdate();
  }

  List<Long> earlierReservations(long id) {
    return em.createNativeQuery("select reservation_id from verification_earlier_send where verification_id = ?1",
        Long.class).setParameter(1, id).getResultList().stream().map(Long.class::cast).toList();
  }

  /** One statement, with or without a transaction. */
  @Transactional(Transactional.TxType.SUPPORTS)
  void answered(long id, Delivery outcome, String channel) {
    new Sql(dataSource).update("update verification set outcome = ?, channel = ? where id = ?",
        outcome.name(), channel, id);
  }

  /** Takes one of the code's tries; false when none is left or the code is over. */
  boolean takeTry(long id, int most, Instant now) {
    return em.createQuery("update Verification v set v.tries = v.tries + 1 where v.id = :id"
            + " and v.state = :issued and v.tries < :most and v.expiresAt > :now")
        .setParameter("id", id).setParameter("issued", VerificationState.ISSUED).setParameter("most", most)
        .setParameter("now", now).executeUpdate() == 1;
  }

  /** Counts one of a day's tries, up to one more than allowed; how many there are now. */
  int countTry(byte[] owner, int most, Instant now, Instant end) {
    // The assignments run from left to right: tries still sees the old end.
    em.createNativeQuery("insert into verification_tries (owner, tries, ends_at) values (?1, 1, ?2)"
            + " on duplicate key update tries = if(ends_at <= ?3, 1, least(tries + 1, ?4)),"
            + " ends_at = if(ends_at <= ?3, ?2, ends_at)")
        .setParameter(1, owner).setParameter(2, end).setParameter(3, now).setParameter(4, most + 1).executeUpdate();
    return ((Number) em.createNativeQuery("select tries from verification_tries where owner = ?1")
        .setParameter(1, owner).getSingleResult()).intValue();
  }

  /** Takes back a try that was no wrong code. */
  @Transactional(Transactional.TxType.SUPPORTS)
  void uncountTry(byte[] owner, Instant now) {
    new Sql(dataSource).update("update verification_tries set tries = tries - 1"
        + " where owner = ? and ends_at > ? and tries > 0", owner, now);
  }

  @Transactional(Transactional.TxType.SUPPORTS)
  Optional<TryCounts.Tries> tries(byte[] owner, Instant now) {
    return new Sql(dataSource).first(row -> new TryCounts.Tries(row.getInt(1), Sql.instant(row.getObject(2))),
        "select tries, ends_at from verification_tries where owner = ? and ends_at > ?", owner, now);
  }

  void forgetTries(byte[] owner) {
    em.createNativeQuery("delete from verification_tries where owner = ?1").setParameter(1, owner).executeUpdate();
  }

  /** Turns a code into a proof; a try counted before the last one was lost still counts. */
  boolean prove(long id, Instant now, Instant end) {
    return em.createQuery("update Verification v set v.state = :proved, v.provedAt = :now, v.expiresAt = :end,"
            + " v.slot = null, v.codeSealed = null where v.id = :id and v.state in (:open)")
        .setParameter("proved", VerificationState.PROVED).setParameter("now", now).setParameter("end", end)
        .setParameter("id", id).setParameter("open", List.of(VerificationState.ISSUED, VerificationState.EXHAUSTED))
        .executeUpdate() == 1;
  }

  void exhaust(long id) {
    em.createQuery("update Verification v set v.state = :exhausted, v.codeSealed = null"
            + " where v.id = :id and v.state = :issued")
        .setParameter("exhausted", VerificationState.EXHAUSTED).setParameter("id", id)
        .setParameter("issued", VerificationState.ISSUED).executeUpdate();
  }

  private static final String PROVED = " where v.sessionId = :session and v.phoneDigest = :phone"
      + " and v.purpose = :purpose and v.state = :proved and v.expiresAt > :now";

  private static Query proved(Query query, Proved proved, Instant now) {
    return query.setParameter("session", proved.sessionId()).setParameter("phone", proved.phoneDigest())
        .setParameter("purpose", proved.purpose()).setParameter("proved", VerificationState.PROVED)
        .setParameter("now", now);
  }

  @SuppressWarnings("unchecked")
  List<Verification> proofs(Proved proved, Instant now) {
    return proved(em.createQuery("select v from Verification v" + PROVED + " order by v.id desc"), proved, now)
        .getResultList();
  }

  /** Uses the proof: one transaction of many gets it. */
  boolean use(Proved proved, Long memberId, Instant now) {
    return proved(em.createQuery("update Verification v set v.state = :used, v.usedAt = :now, v.memberId = :member"
        + PROVED), proved, now).setParameter("used", VerificationState.USED).setParameter("member", memberId)
        .executeUpdate() > 0;
  }

  int expire(Instant now) {
    return em.createQuery("update Verification v set v.state = :expired, v.codeSealed = null"
            + " where v.state in (:open) and v.expiresAt <= :now")
        .setParameter("expired", VerificationState.EXPIRED)
        .setParameter("open", List.of(VerificationState.ISSUED, VerificationState.PROVED))
        .setParameter("now", now).executeUpdate();
  }

  int giveUpOnAnswers(Instant sentBefore) {
    return em.createQuery("update Verification v set v.outcome = :unknown"
            + " where v.outcome = :sending and v.sentAt < :before")
        .setParameter("unknown", Delivery.UNKNOWN).setParameter("sending", Delivery.SENDING)
        .setParameter("before", sentBefore).executeUpdate();
  }

  int forgetTries(Instant now) {
    return em.createNativeQuery("delete from verification_tries where ends_at <= ?1 limit 1000")
        .setParameter(1, now).executeUpdate();
  }

  List<BusyAddresses.Busy> busy(Instant since, int most) {
    List<?> rows = em.createNativeQuery("select address, count(*) from verification where created_at > ?1"
            + " and used_at is null group by address order by count(*) desc, address limit ?2")
        .setParameter(1, since).setParameter(2, most).getResultList();
    return rows.stream().map(Object[].class::cast)
        .map(row -> new BusyAddresses.Busy(row[0].toString(), ((Number) row[1]).longValue())).toList();
  }

  Optional<Verification> byId(long id) {
    return Optional.ofNullable(em.find(Verification.class, id));
  }

  List<Verification> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    Collection<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of()
        : em.createQuery("select v from Verification v where v.id in (:ids) order by v.createdAt desc, v.id desc",
            Verification.class).setParameter("ids", ids.stream().map(id -> ((Number) id).longValue()).toList())
            .getResultList();
  }
}
