package dev.dianpu.cart;

/**
 * Whose a cart is.
 *
 * @param column by which it is found
 * @param value a member's id, or the hash of a visitor's token
 */
record CartOwner(String column, Object value) {

  static CartOwner member(long id) {
    return new CartOwner("member_id", id);
  }

  /** Whether it is a member's. */
  boolean isMember() {
    return value instanceof Long;
  }

  static CartOwner visitor(byte[] tokenHash) {
    return new CartOwner("token_hash", tokenHash);
  }
}
