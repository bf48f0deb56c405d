package dev.dianpu.spi;

import java.math.BigDecimal;
import java.net.URI;
import java.util.List;
import java.util.Map;

/**
 * A way to pay. Texts by convention: its name is {@code payment.<id>}, one line about it {@code payment.<id>.help}.
 *
 * <p>Implementations are stateless, called concurrently, and read live settings at every call. {@link #start} and
 * {@link #read} are called outside of any transaction; only {@link #start} may call a network.
 */
public interface Payment {

  /** How the money comes. */
  enum Way {
    /** At the door; goods may leave unpaid. */
    ON_DELIVERY,
    /** Some other way; an admin marks the order paid. */
    BY_HAND,
    /** From the member's balance, which the host keeps: the order is paid when it is placed. */
    BALANCE,
    /** Through a payment service that notifies the shop. */
    ONLINE
  }

  /** The stable name, {@code [a-z][a-z0-9]{1,31}}; the plugin's id where it supplies one only. */
  String id();

  /** How the money comes. */
  Way way();

  /** Whether it is configured so that it can be chosen. */
  default boolean ready() {
    return true;
  }

  /** What somebody who has to pay by it needs to know, line by line, as the owner entered it; such as an account. */
  default List<String> instructions() {
    return List.of();
  }

  /**
   * For {@link Way#ONLINE}: begins a payment. Asked again for the same order it must begin the same payment, by the
   * order's number, so that nobody pays twice.
   *
   * @throws IllegalStateException if the service cannot be reached or refuses; the person may try again
   */
  default Start start(Due due) {
    throw new UnsupportedOperationException(id() + " has no online payment");
  }

  /**
   * For {@link Way#ONLINE}: reads what was sent to the notification address. It must check the signature over all that it
   * uses, and that the notice is for this shop's account; it must not care whether it was told before or in order: the
   * host applies each trade once, refuses a wrong amount, and keeps what came too late for the admin.
   */
  default Told read(Call call) {
    return new Told.Refused("");
  }

  /**
   * What is to pay.
   *
   * @param orderSn number of the order
   * @param amount yuan, two decimals
   * @param subject what for, as the payer reads it
   * @param notifyTo where the service notifies the shop
   * @param returnTo where the payer comes back to; says nothing of whether it was paid
   */
  record Due(String orderSn, BigDecimal amount, String subject, URI notifyTo, URI returnTo) {}

  /** How the payer goes on. */
  sealed interface Start {
    /** To another page. */
    record Redirect(URI to) implements Start {}

    /** By scanning this text as a QR code. */
    record Scan(String text) implements Start {}
  }

  /**
   * A request to the notification address, as it came.
   *
   * @param headers by lower-case name, the first value of each
   * @param parameters of a form or the query, the first value of each
   * @param body as bytes, for signatures over it; at most 64 KB
   */
  record Call(Map<String, String> headers, Map<String, String> parameters, byte[] body) {
    public Call {
      headers = Map.copyOf(headers);
      parameters = Map.copyOf(parameters);
    }
  }

  /** A way to pay that asks the customer for nothing and hears from nobody. */
  static Payment of(String id, Way way) {
    record Plain(String id, Way way) implements Payment {}

    return new Plain(id, way);
  }

  /** What a notice says. */
  sealed interface Told {

    /** What the service wants to be answered. */
    String answer();

    /**
     * Somebody paid.
     *
     * @param trade the service's own number of the payment: told twice it is applied once
     * @param orderSn number of the order
     * @param amount yuan
     */
    record Paid(String trade, String orderSn, BigDecimal amount, String answer) implements Told {}

    /** Genuine, but nothing that changes an order. */
    record Nothing(String answer) implements Told {}

    /** Not genuine, or not readable; answered with status 400. */
    record Refused(String answer) implements Told {}
  }
}
