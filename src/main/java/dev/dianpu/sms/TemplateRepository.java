package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

@ApplicationScoped
@Transactional
class TemplateRepository {

  @PersistenceContext EntityManager em;

  /** The gateway's ids of a channel's approved texts, by wording. */
  Map<String, String> approved(String channel) {
    Map<String, String> ids = new HashMap<>();
    List<?> rows = em.createNativeQuery("select wording, gateway_id from sms_template"
        + " where channel = ?1 and state = 'APPROVED' and gateway_id <> ''").setParameter(1, channel).getResultList();
    rows.stream().map(Object[].class::cast).forEach(row -> ids.put((String) row[0], (String) row[1]));
    return ids;
  }
}
