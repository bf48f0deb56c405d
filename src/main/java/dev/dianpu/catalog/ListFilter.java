package dev.dianpu.catalog;

import java.math.BigDecimal;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;
import java.util.TreeMap;
import java.util.function.UnaryOperator;

/**
 * By what a visitor narrows a list.
 *
 * @param brand 0 for any
 * @param min lowest price in yuan; null for any
 * @param max highest price in yuan; null for any
 * @param attributes wanted values by attribute
 * @param wrong names of parameters that could not be read and are ignored
 */
record ListFilter(long brand, BigDecimal min, BigDecimal max, SortedMap<Long, String> attributes, List<String> wrong) {

  static final ListFilter NONE = new ListFilter(0, null, null, new TreeMap<>(), List.of());

  private static final String ATTRIBUTE = "a[0-9]{1,18}";
  /** More than any list offers: an address with more costs no more. */
  private static final int MOST_ATTRIBUTES = 10;
  private static final int LONGEST = 100;
  private static final String MONEY = "[0-9]{1,8}(\\.[0-9]{1,2})?";

  /**
   * What an address asks for.
   *
   * @param names of its parameters
   * @param value of a parameter, empty if it is not there
   */
  static ListFilter of(Collection<String> names, UnaryOperator<String> value) {
    List<String> wrong = new ArrayList<>();
    BigDecimal min = money("min", value, wrong);
    BigDecimal max = money("max", value, wrong);
    if (min != null && max != null && min.compareTo(max) > 0) {
      wrong.add("max");
      max = null;
    }
    String brand = value.apply("brand");
    SortedMap<Long, String> attributes = new TreeMap<>();
    names.stream().filter(name -> name.matches(ATTRIBUTE)).sorted().limit(MOST_ATTRIBUTES).forEach(name -> {
      String wanted = value.apply(name).strip();
      if (!wanted.isEmpty() && wanted.length() <= LONGEST) {
        attributes.put(Long.valueOf(name.substring(1)), wanted);
      }
    });
    return new ListFilter(brand.matches("[0-9]{1,18}") ? Long.parseLong(brand) : 0, min, max, attributes, wrong);
  }

  private static BigDecimal money(String name, UnaryOperator<String> value, List<String> wrong) {
    String typed = value.apply(name).strip();
    if (typed.isEmpty() || typed.matches(MONEY)) {
      return typed.isEmpty() ? null : new BigDecimal(typed);
    }
    wrong.add(name);
    return null;
  }

  /** Whether it narrows anything. */
  boolean on() {
    return brand > 0 || min != null || max != null || !attributes.isEmpty();
  }

  /** As parameters of an address. */
  Map<String, String> parameters() {
    Map<String, String> parameters = new TreeMap<>();
    attributes.forEach((id, wanted) -> parameters.put("a" + id, wanted));
    if (brand > 0) {
      parameters.put("brand", Long.toString(brand));
    }
    if (min != null) {
      parameters.put("min", min.toPlainString());
    }
    if (max != null) {
      parameters.put("max", max.toPlainString());
    }
    return parameters;
  }

  /** The condition on goods {@code g}, with its beginning {@code and}. */
  String where() {
    StringBuilder where = new StringBuilder();
    where.append(brand > 0 ? " and g.brandId = :brand" : "");
    where.append(min != null ? " and g.price >= :min" : "").append(max != null ? " and g.price <= :max" : "");
    for (long id : attributes.keySet()) {
      where.append(" and exists (select 1 from GoodsAttribute a%1$d where a%1$d.goodsId = g.id".formatted(id))
          .append(" and a%1$d.attributeId = %1$d and a%1$d.value = :a%1$d)".formatted(id));
    }
    return where.toString();
  }

  /** What {@link #where} needs. */
  Map<String, Object> arguments() {
    Map<String, Object> arguments = new TreeMap<>();
    attributes.forEach((id, wanted) -> arguments.put("a" + id, wanted));
    if (brand > 0) {
      arguments.put("brand", brand);
    }
    if (min != null) {
      arguments.put("min", min);
    }
    if (max != null) {
      arguments.put("max", max);
    }
    return arguments;
  }
}
