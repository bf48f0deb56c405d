package dev.dianpu.order;

/**
 * Who does something with an order.
 *
 * @param kind of whom
 * @param name of the admin; empty for others
 */
public record Actor(Kind kind, String name) {

  /** Kinds of actors. */
  public enum Kind {
    MEMBER,
    ADMIN,
    /** A timer, or a payment service. */
    SYSTEM
  }

  /** The order's member. */
  static final Actor MEMBER = new Actor(Kind.MEMBER, "");
  /** Nobody in person. */
  static final Actor SYSTEM = new Actor(Kind.SYSTEM, "");

  /** An admin. */
  public static Actor admin(String name) {
    return new Actor(Kind.ADMIN, name);
  }
}
