package dev.dianpu.catalog;

/** The stock of a locked variant. */
record StockRow(long skuId, long goodsId, int stock, boolean onSale) {

  /** How many pieces can be had. */
  int left() {
    return onSale ? stock : 0;
  }
}
