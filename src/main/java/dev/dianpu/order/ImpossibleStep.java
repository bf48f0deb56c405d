package dev.dianpu.order;

/** What somebody wants to do with an order is not possible where it stands; the transaction is rolled back. */
@jakarta.ejb.ApplicationException(rollback = true)
public class ImpossibleStep extends RuntimeException {

  private static final long serialVersionUID = 1L;

  ImpossibleStep(Action action, Standing standing) {
    super(action + " is impossible at " + standing);
  }

  ImpossibleStep(String why) {
    super(why);
  }
}
