package dev.dianpu.payment;

/** There is less on the balance than is to be paid from it; the transaction is rolled back. */
@jakarta.ejb.ApplicationException(rollback = true)
public class BalanceTooLow extends RuntimeException {

  private static final long serialVersionUID = 1L;

  BalanceTooLow() {
    super("the balance is too low");
  }
}
