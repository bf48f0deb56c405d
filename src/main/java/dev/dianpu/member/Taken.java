package dev.dianpu.member;

/** Somebody else has this user name, e-mail or phone; the transaction is rolled back. */
@jakarta.ejb.ApplicationException(rollback = true)
public class Taken extends RuntimeException {

  private static final long serialVersionUID = 1L;

  /** What is taken. */
  public enum What {
    USERNAME,
    EMAIL,
    PHONE
  }

  private final What what;

  Taken(What what, Throwable cause) {
    super("taken: " + what, cause);
    this.what = what;
  }

  /** What is taken. */
  public What what() {
    return what;
  }
}
