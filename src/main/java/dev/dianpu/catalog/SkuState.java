package dev.dianpu.catalog;

/** Whether a variant can be bought. */
enum SkuState {
  ON_SALE,
  /** Not for now. */
  OFF_SALE,
  /** No more, and its owner does not see it either; the row stays, since orders name it. */
  REMOVED
}
