package dev.dianpu.order;

/**
 * What a member wants besides the goods.
 *
 * @param invoiceTitle 发票抬头; empty when no invoice is wanted
 * @param taxNumber 纳税人识别号 of a firm; empty for a person
 * @param remark for the shop
 */
public record Extras(String invoiceTitle, String taxNumber, String remark) {

  /** Whether an invoice is wanted. */
  public boolean invoice() {
    return !invoiceTitle.isEmpty();
  }
}
