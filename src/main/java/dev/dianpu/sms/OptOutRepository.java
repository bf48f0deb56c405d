package dev.dianpu.sms;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.util.Collection;
import java.util.List;

@ApplicationScoped
@Transactional
class OptOutRepository {

  @PersistenceContext EntityManager em;

  /** Those of these digests that opted out. */
  List<byte[]> among(Collection<byte[]> digests) {
    return em.createNativeQuery("select phone_digest from sms_opt_out where phone_digest in (:digests)", byte[].class)
        .setParameter("digests", digests).getResultList().stream().map(digest -> (byte[]) digest).toList();
  }
}
