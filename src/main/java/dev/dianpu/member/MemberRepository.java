package dev.dianpu.member;

import dev.dianpu.platform.database.Sql;
import jakarta.annotation.Resource;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.persistence.EntityManager;
import jakarta.persistence.PersistenceContext;
import jakarta.persistence.PersistenceException;
import java.util.Optional;
import javax.sql.DataSource;

@ApplicationScoped
class MemberRepository {

  @PersistenceContext EntityManager em;

  @Resource(lookup = "java:app/jdbc/dianpu")
  DataSource dataSource;

  Optional<Member> byId(long id) {
    return Optional.ofNullable(em.find(Member.class, id));
  }

  Optional<Member> byUsername(String username) {
    return em.createQuery("select m from Member m where m.username = :name", Member.class)
        .setParameter("name", username).getResultStream().findFirst();
  }

  Optional<Member> byEmail(String email) {
    return em.createQuery("select m from Member m where m.email = :email", Member.class)
        .setParameter("email", email).getResultStream().findFirst();
  }

  Optional<Member> byPhone(byte[] digest) {
    return em.createQuery("select m from Member m where m.phoneDigest = :digest", Member.class)
        .setParameter("digest", digest).getResultStream().findFirst();
  }

  /** Whether there is one; asked before every SMS, so without making an object of the row. */
  boolean hasPhone(byte[] digest) {
    return new Sql(dataSource).number("select 1 from member where phone_digest = ?", digest).isPresent();
  }

  /**
   * Stores a new member.
   *
   * @throws Taken when a unique key refuses it
   */
  void add(Member member) {
    flushed(() -> em.persist(member));
  }

  /** Writes what was changed, with the same refusal as {@link #add}. */
  void flush() {
    flushed(() -> {});
  }

  private void flushed(Runnable work) {
    try {
      work.run();
      em.flush();
    } catch (PersistenceException e) {
      throw taken(e);
    }
  }

  /** Both databases name the violated key in their message. */
  private static RuntimeException taken(PersistenceException e) {
    for (Throwable cause = e; cause != null; cause = cause.getCause()) {
      String message = String.valueOf(cause.getMessage());
      if (cause instanceof java.sql.SQLIntegrityConstraintViolationException) {
        if (message.contains("member_username")) {
          return new Taken(Taken.What.USERNAME, e);
        }
        if (message.contains("member_email")) {
          return new Taken(Taken.What.EMAIL, e);
        }
        if (message.contains("member_phone")) {
          return new Taken(Taken.What.PHONE, e);
        }
      }
    }
    return e;
  }
}
