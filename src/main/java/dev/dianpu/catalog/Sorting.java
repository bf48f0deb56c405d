package dev.dianpu.catalog;

import java.util.stream.Stream;

/** The orders in which goods can be listed; within a category each has its index. */
enum Sorting {
  DEFAULT("default", "g.position, g.id"),
  SALES("sales", "g.sales desc, g.id desc"),
  NEWEST("newest", "g.listedAt desc, g.id desc"),
  PRICE_ASC("price-asc", "g.price, g.id"),
  PRICE_DESC("price-desc", "g.price desc, g.id desc");

  private final String parameter;
  private final String order;

  Sorting(String parameter, String order) {
    this.parameter = parameter;
    this.order = order;
  }

  /** What an address asks for; the shop's own order for anything unknown. */
  static Sorting of(String parameter) {
    return Stream.of(values()).filter(sorting -> sorting.parameter.equals(parameter)).findFirst().orElse(DEFAULT);
  }

  String parameter() {
    return parameter;
  }

  /** The order-by part of a query over goods g; unique, so that pages neither repeat nor lose goods. */
  String order() {
    return order;
  }
}
