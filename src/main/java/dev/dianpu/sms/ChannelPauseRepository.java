package dev.dianpu.sms;

import dev.dianpu.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Duration;
import java.time.Instant;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** Each method is one statement or two, committed by itself, so that of many nodes one decides. */
@ApplicationScoped
@Transactional(Transactional.TxType.REQUIRES_NEW)
class ChannelPauseRepository {

  private static final String FIRST = "insert into sms_channel_pause"
      + " (channel, failures, silent, since, tried_at, ends_at, cause, explanation) values ";

  @PersistenceContext EntityManager em;

  /** By channel. */
  Map<String, ChannelPause> all() {
    Map<String, ChannelPause> pauses = new HashMap<>();
    List<?> rows = em.createNativeQuery("select channel, failures, since, tried_at, ends_at, cause, explanation"
        + " from sms_channel_pause").getResultList();
    for (Object row : rows) {
      Object[] columns = (Object[]) row;
      pauses.put((String) columns[0], new ChannelPause((String) columns[0], ((Number) columns[1]).intValue(),
          Sql.instant(columns[2]), Sql.instant(columns[3]), Sql.instant(columns[4]), (String) columns[5], (String) columns[6]));
    }
    return pauses;
  }

  /**
   * Notes a failure. Those of messages that were under way when the pause began are of the same failure: only after its
   * end, which a probe claims, does another one double it.
   */
  void failed(String channel, Duration shortest, Duration longest, Instant now, String cause, String explanation) {
    em.createNativeQuery(FIRST + "(?1, 1, 0, ?4, ?4, timestampadd(second, ?2, ?4), ?5, ?6)"
            // The assignments run from left to right: those that follow see the new number of failures.
            + " on duplicate key update failures = if(failures = 0 or tried_at >= ends_at, failures + 1, failures),"
            + " silent = 0, cause = ?5, explanation = ?6,"
            + " ends_at = if(failures = 1 or tried_at >= ends_at,"
            + " timestampadd(second, least(?3, ?2 * pow(2, least(failures, 20) - 1)), ?4), ends_at),"
            + " tried_at = ?4")
        .setParameter(1, channel).setParameter(2, shortest.toSeconds()).setParameter(3, longest.toSeconds())
        .setParameter(4, now).setParameter(5, cause).setParameter(6, explanation).executeUpdate();
  }

  /** Counts an answer that did not come; how many there are in a row now. */
  int silent(String channel, Instant now) {
    em.createNativeQuery(FIRST + "(?1, 0, 1, ?2, ?2, ?2, '', '') on duplicate key update silent = silent + 1")
        .setParameter(1, channel).setParameter(2, now).executeUpdate();
    return ((Number) em.createNativeQuery("select silent from sms_channel_pause where channel = ?1")
        .setParameter(1, channel).getSingleResult()).intValue();
  }

  /** Claims the one probe after the pause, or one before its end if the last try is older; false if another did. */
  boolean claimProbe(ChannelPause pause, Instant now) {
    return em.createNativeQuery("update sms_channel_pause set tried_at = ?2, ends_at = least(ends_at, ?2)"
            + " where channel = ?1 and tried_at = ?3")
        .setParameter(1, pause.channel()).setParameter(2, now).setParameter(3, pause.triedAt()).executeUpdate() == 1;
  }

  void delete(String channel) {
    em.createNativeQuery("delete from sms_channel_pause where channel = ?1").setParameter(1, channel).executeUpdate();
  }
}
