package dev.dianpu.sms;

import dev.dianpu.platform.database.Sql;
import dev.dianpu.spi.SmsTemplateRegistry.Kind;
import dev.dianpu.spi.SmsTemplateRegistry.State;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.nio.charset.StandardCharsets;
import java.security.MessageDigest;
import java.security.NoSuchAlgorithmException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Stream;

@ApplicationScoped
@Transactional
class TemplateRepository {

  private static final String COLUMNS =
      "select id, channel, wording, kind, gateway_id, state, remark, changed_at from sms_template";

  @PersistenceContext EntityManager em;

  /** The gateway's ids of a channel's approved texts, by wording. */
  Map<String, String> approved(String channel) {
    Map<String, String> ids = new HashMap<>();
    List<?> rows = em.createNativeQuery("select wording, gateway_id from sms_template"
        + " where channel = ?1 and state = 'APPROVED' and gateway_id <> ''").setParameter(1, channel).getResultList();
    rows.stream().map(Object[].class::cast).forEach(row -> ids.put((String) row[0], (String) row[1]));
    return ids;
  }

  /** All texts of a channel, the newest first. */
  List<FiledTemplate> of(String channel) {
    return templates(em.createNativeQuery(COLUMNS + " where channel = ?1 order by id desc").setParameter(1, channel)
        .getResultList()).toList();
  }

  Optional<FiledTemplate> find(long id) {
    return templates(em.createNativeQuery(COLUMNS + " where id = ?1").setParameter(1, id).getResultList()).findFirst();
  }

  private static Stream<FiledTemplate> templates(List<?> rows) {
    return rows.stream().map(Object[].class::cast).map(row -> new FiledTemplate(((Number) row[0]).longValue(),
        (String) row[1], (String) row[2], Kind.valueOf((String) row[3]), (String) row[4], State.valueOf((String) row[5]),
        (String) row[6], Sql.instant(row[7])));
  }

  /** Notes a text; one that is known already is filed anew. */
  void save(FiledTemplate template) {
    em.createNativeQuery("insert into sms_template (channel, wording, wording_digest, kind, gateway_id, state, remark,"
            + " created_at, changed_at) values (?1, ?2, ?3, ?4, ?5, ?6, ?7, ?8, ?8)"
            + " on duplicate key update kind = ?4, gateway_id = ?5, state = ?6, remark = ?7, changed_at = ?8")
        .setParameter(1, template.channel()).setParameter(2, template.wording())
        .setParameter(3, digest(template.wording())).setParameter(4, template.kind().name())
        .setParameter(5, template.gatewayId()).setParameter(6, template.state().name())
        .setParameter(7, template.remark()).setParameter(8, template.changedAt()).executeUpdate();
  }

  void forget(long id) {
    em.createNativeQuery("delete from sms_template where id = ?1").setParameter(1, id).executeUpdate();
  }

  private static byte[] digest(String wording) {
    try {
      return MessageDigest.getInstance("SHA-256").digest(wording.getBytes(StandardCharsets.UTF_8));
    } catch (NoSuchAlgorithmException e) {
      throw new IllegalStateException(e);
    }
  }
}
