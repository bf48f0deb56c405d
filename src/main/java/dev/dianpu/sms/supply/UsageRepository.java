package dev.dianpu.sms.supply;

import dev.dianpu.platform.database.NewestFirst;
import dev.dianpu.sms.AttemptState;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.Query;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

/** Reads the attempts that cost something, never phones or texts. */
@ApplicationScoped
@Transactional
class UsageRepository {

  private static final String ROWS = "select a.id, a.started_at, a.channel, m.template, a.parts, a.state"
      + " from sms_attempt a join sms_message m on m.id = a.message_id where a.id";

  @PersistenceContext EntityManager em;

  /**
   * Sums by day and channel, the newest first; from the index alone, which begins with channel and state. A zone whose
   * clock is changed in between has its days begin by the offset of the end.
   */
  @SuppressWarnings("unchecked")
  List<UsageDay> days(List<String> channels, Instant from, Instant until, ZoneId zone) {
    if (channels.isEmpty()) {
      return List.of();
    }
    NativeQuery<Object[]> query = em.createNativeQuery("select date(timestampadd(second, :offset, started_at)) day, channel,"
            + " count(*) sms, sum(parts) parts from sms_attempt force index (sms_attempt_log_channel)"
            + " where channel in (:channels) and state in ('ACCEPTED', 'UNKNOWN') and started_at >= :from"
            + " and started_at < :until group by day, channel order by day desc, channel")
        .setParameter("offset", zone.getRules().getOffset(until).getTotalSeconds()).setParameter("channels", channels)
        .setParameter("from", from).setParameter("until", until).unwrap(NativeQuery.class)
        .addScalar("day", StandardBasicTypes.LOCAL_DATE).addScalar("channel", StandardBasicTypes.STRING)
        .addScalar("sms", StandardBasicTypes.LONG).addScalar("parts", StandardBasicTypes.LONG);
    return query.getResultList().stream().map(row ->
        new UsageDay((LocalDate) row[0], (String) row[1], (Long) row[2], (Long) row[3])).toList();
  }

  /** The channels that anything was ever sent through. */
  @SuppressWarnings("unchecked")
  List<String> channels() {
    return em.createNativeQuery("select distinct channel from sms_attempt where channel <> '' order by channel",
        String.class).getResultList();
  }

  Optional<UsageRow> find(long number) {
    return rows(em.createNativeQuery(ROWS + " = :id").setParameter("id", number)).stream().findFirst();
  }

  List<UsageRow> page(NewestFirst newest, int size) {
    Query query = em.createNativeQuery(newest.sql(size));
    List<Object> parameters = newest.parameters();
    for (int i = 0; i < parameters.size(); i++) {
      query.setParameter(i + 1, parameters.get(i));
    }
    List<?> ids = query.getResultList();
    return ids.isEmpty() ? List.of() : rows(em.createNativeQuery(ROWS + " in (:ids) order by a.started_at desc, a.id desc")
        .setParameter("ids", ids));
  }

  @SuppressWarnings("unchecked")
  private static List<UsageRow> rows(Query query) {
    NativeQuery<Object[]> typed = query.unwrap(NativeQuery.class).addScalar("id", StandardBasicTypes.LONG)
        .addScalar("started_at", StandardBasicTypes.INSTANT).addScalar("channel", StandardBasicTypes.STRING)
        .addScalar("template", StandardBasicTypes.STRING).addScalar("parts", StandardBasicTypes.INTEGER)
        .addScalar("state", StandardBasicTypes.STRING);
    return typed.getResultList().stream().map(row -> new UsageRow((Long) row[0], (Instant) row[1], (String) row[2],
        (String) row[3], (Integer) row[4], AttemptState.valueOf((String) row[5]))).toList();
  }
}
