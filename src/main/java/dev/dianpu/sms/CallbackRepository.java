package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.List;

@ApplicationScoped
@Transactional
class CallbackRepository {

  @PersistenceContext EntityManager em;

  /** How a gateway may call: how often its address was renewed, and from where it may come. */
  record Row(int renewals, String addresses) {}

  Row find(String channel) {
    List<?> rows = em.createNativeQuery("select renewals, addresses from sms_channel_callback where channel = ?1")
        .setParameter(1, channel).getResultList();
    return rows.stream().map(Object[].class::cast).findFirst()
        .map(row -> new Row(((Number) row[0]).intValue(), (String) row[1])).orElse(new Row(0, ""));
  }

  private void make(String channel) {
    em.createNativeQuery("insert into sms_channel_callback (channel) values (?1) on duplicate key update"
        + " renewals = renewals").setParameter(1, channel).executeUpdate();
  }

  void renew(String channel) {
    make(channel);
    em.createNativeQuery("update sms_channel_callback set renewals = renewals + 1 where channel = ?1")
        .setParameter(1, channel).executeUpdate();
  }

  void allow(String channel, String addresses) {
    make(channel);
    em.createNativeQuery("update sms_channel_callback set addresses = ?2 where channel = ?1")
        .setParameter(1, channel).setParameter(2, addresses).executeUpdate();
  }

  /** Takes a channel's reports for this node; false if they were taken after {@code before}. */
  boolean claimFetch(String channel, Instant before, Instant now) {
    make(channel);
    return em.createNativeQuery("update sms_channel_callback set fetched_at = ?2"
            + " where channel = ?1 and (fetched_at is null or fetched_at <= ?3)")
        .setParameter(1, channel).setParameter(2, now).setParameter(3, before).executeUpdate() == 1;
  }
}
