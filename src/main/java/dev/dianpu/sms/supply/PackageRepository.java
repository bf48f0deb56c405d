package dev.dianpu.sms.supply;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.transaction.Transactional;
import java.math.BigDecimal;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import org.hibernate.query.NativeQuery;
import org.hibernate.type.StandardBasicTypes;

@ApplicationScoped
@Transactional
class PackageRepository {

  @PersistenceContext EntityManager em;

  /** All packages, what expires last first. */
  @SuppressWarnings("unchecked")
  List<SmsPackage> all() {
    NativeQuery<Object[]> query = em.createNativeQuery("select id, channel, quota, price, valid_from, valid_until, note"
            + " from sms_package order by valid_until desc, id desc").unwrap(NativeQuery.class)
        .addScalar("id", StandardBasicTypes.LONG).addScalar("channel", StandardBasicTypes.STRING)
        .addScalar("quota", StandardBasicTypes.INTEGER).addScalar("price", StandardBasicTypes.BIG_DECIMAL)
        .addScalar("valid_from", StandardBasicTypes.LOCAL_DATE).addScalar("valid_until", StandardBasicTypes.LOCAL_DATE)
        .addScalar("note", StandardBasicTypes.STRING);
    return query.getResultList().stream().map(row -> new SmsPackage((Long) row[0], (String) row[1], (Integer) row[2],
        (BigDecimal) row[3], (LocalDate) row[4], (LocalDate) row[5], (String) row[6])).toList();
  }

  void add(SmsPackage pack, Instant now) {
    em.createNativeQuery("insert into sms_package (channel, quota, price, valid_from, valid_until, note, created_at)"
            + " values (?1, ?2, ?3, ?4, ?5, ?6, ?7)")
        .setParameter(1, pack.channel()).setParameter(2, pack.quota()).setParameter(3, pack.price())
        .setParameter(4, pack.validFrom()).setParameter(5, pack.validUntil()).setParameter(6, pack.note())
        .setParameter(7, now).executeUpdate();
  }

  void remove(long id) {
    em.createNativeQuery("delete from sms_package where id = ?1").setParameter(1, id).executeUpdate();
  }
}
