package dev.dianpu.sms;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.persistence.TypedQuery;
import jakarta.transaction.Transactional;
import java.sql.Connection;
import java.sql.SQLException;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
@Transactional
class SmsRepository {

  /** What a receipt says was delivered is not unknown, even if its answer never came. */
  private static final String UNLESS_DELIVERED = "if(? = 'UNKNOWN' and a.receipt = 'DELIVERED', 'ACCEPTED', ?)";

  private static final String END = "update sms_attempt a join sms_message m on m.id = a.message_id"
      + " set a.state = " + UNLESS_DELIVERED + ", m.state = " + UNLESS_DELIVERED
      + ", a.cause = ?, a.gateway_code = ?, a.gateway_text = ?, a.request_id = ?, a.gateway_id = ?,"
      + " a.explanation = ?, a.cost = ?, a.duration_ms = ? where a.id = ?";

  @PersistenceContext EntityManager em;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  /** Runs one transaction, without what one of the container costs. */
  @Transactional(Transactional.TxType.NOT_SUPPORTED)
  <T> T inOneTransaction(Sql.Work<T> work) {
    return new Sql(dataSource).transaction(work);
  }

  void add(Connection connection, Message message) throws SQLException {
    message.id = Sql.insert(connection, "insert into sms_message"
            + " (to_digest, to_sealed, template, text_sealed, reference, state, created_at) values (?, ?, ?, ?, ?, ?, ?)",
        message.toDigest, message.toSealed, message.template, message.textSealed, message.reference,
        message.state.name(), message.createdAt);
  }

  void add(Connection connection, Attempt attempt) throws SQLException {
    attempt.id = Sql.insert(connection, "insert into sms_attempt"
            + " (message_id, to_digest, attempt_id, channel, state, parts, started_at,"
            + " cause, gateway_code, gateway_text, request_id, gateway_id, explanation)"
            + " values (?, ?, ?, ?, ?, ?, ?, '', '', '', '', '', '')",
        attempt.messageId, attempt.toDigest, attempt.attemptId, attempt.channel, attempt.state.name(), attempt.parts,
        attempt.startedAt);
  }

  /** Writes what became of an attempt; its message follows, in the same statement, with or without a transaction. */
  @Transactional(Transactional.TxType.SUPPORTS)
  void end(Attempt attempt) {
    new Sql(dataSource).update(END, ended(attempt));
  }

  /** The same on a connection that the caller holds. */
  void end(Connection connection, Attempt attempt) throws SQLException {
    Sql.update(connection, END, ended(attempt));
  }

  private static Object[] ended(Attempt attempt) {
    String state = attempt.state.name();
    return new Object[] {state, state, state, state, attempt.cause, attempt.gatewayCode, attempt.gatewayText,
        attempt.requestId, attempt.gatewayId, attempt.explanation, attempt.cost, attempt.durationMs, attempt.id};
  }

  /** Another channel is about to try a message. */
  void underWayAgain(Connection connection, long messageId) throws SQLException {
    Sql.update(connection, "update sms_message set state = ? where id = ?", AttemptState.SENDING.name(), messageId);
  }

  /** Gives up on answers: whoever sees such a row first changes it, the others change nothing. */
  int giveUp(Instant startedBefore, String explanation) {
    String unknown = AttemptState.UNKNOWN.name();
    return new Sql(dataSource).update("update sms_attempt a join sms_message m on m.id = a.message_id"
            + " set m.state = " + UNLESS_DELIVERED + ", a.state = " + UNLESS_DELIVERED
            + ", a.explanation = ? where a.state = ? and a.started_at < ?",
        unknown, unknown, unknown, unknown, explanation, AttemptState.SENDING.name(), startedBefore);
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
