package dev.dianpu.order;

import dev.dianpu.spi.PhoneNumber;

/**
 * Who gets an order's goods, and where; as it was when the order was placed.
 *
 * @param region code of the place; null when it is collected
 * @param address in one line, regions included; of the shop when it is collected
 */
public record Recipient(String consignee, PhoneNumber phone, Integer region, String address) {

  /** Without what tells of a person. */
  @Override
  public String toString() {
    return "Recipient[]";
  }
}
