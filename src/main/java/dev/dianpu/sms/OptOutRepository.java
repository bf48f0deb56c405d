package dev.dianpu.sms;

import dev.dianpu.platform.database.Sql;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashSet;
import java.util.HexFormat;
import java.util.List;
import java.util.Set;

@ApplicationScoped
@Transactional
class OptOutRepository {

  @PersistenceContext EntityManager em;

  /** A row as it is kept. */
  record Row(byte[] digest, String sealed, String channel, String reason, Instant at) {}

  /** Adds a phone; one that is there already keeps its row. */
  void add(Row row) {
    em.createNativeQuery("insert into sms_opt_out (phone_digest, phone_sealed, channel, reason, created_at)"
            + " values (?1, ?2, ?3, ?4, ?5) on duplicate key update reason = reason")
        .setParameter(1, row.digest()).setParameter(2, row.sealed()).setParameter(3, row.channel())
        .setParameter(4, row.reason()).setParameter(5, row.at()).executeUpdate();
  }

  boolean remove(byte[] digest) {
    return em.createNativeQuery("delete from sms_opt_out where phone_digest = ?1").setParameter(1, digest)
        .executeUpdate() == 1;
  }

  /** Which of these are there, as hexadecimal digits. */
  Set<String> among(Collection<byte[]> digests) {
    Set<String> found = new HashSet<>();
    if (!digests.isEmpty()) {
      List<?> rows = em.createNativeQuery("select phone_digest from sms_opt_out where phone_digest in (:digests)")
          .setParameter("digests", digests).getResultList();
      rows.forEach(digest -> found.add(HexFormat.of().formatHex((byte[]) digest)));
    }
    return found;
  }

  /** Some rows, newest first, after so many. */
  List<Row> page(int after, int size) {
    return rows(em.createNativeQuery("select phone_digest, phone_sealed, channel, reason, created_at from sms_opt_out"
        + " order by created_at desc, phone_digest limit " + size + " offset " + after).getResultList());
  }

  List<Row> find(byte[] digest) {
    return rows(em.createNativeQuery("select phone_digest, phone_sealed, channel, reason, created_at from sms_opt_out"
        + " where phone_digest = ?1").setParameter(1, digest).getResultList());
  }

  private static List<Row> rows(List<?> found) {
    return found.stream().map(Object[].class::cast).map(row -> new Row((byte[]) row[0], (String) row[1],
        (String) row[2], (String) row[3], Sql.instant(row[4]))).toList();
  }
}
