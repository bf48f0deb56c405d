package dev.dianpu.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.stream.Stream;

/**
 * The addresses of the pages and orders of one list; what is as usual is left out of them.
 *
 * @param wanted parameters that narrow the list, in the order of their names
 */
record ListLinks(String path, Map<String, String> wanted, Sorting sorting) {

  /** Of a list of what was searched for; of everything for nothing. */
  ListLinks(String path, String query, Sorting sorting) {
    this(path, query.isEmpty() ? Map.of() : Map.of("q", query), sorting);
  }

  /** A link to the same list in an order. */
  public record Sort(String name, String href, boolean current) {}

  /** The address of a page in the list's order. */
  String page(int number) {
    return address(sorting, number);
  }

  /** One link per order, each to its first page. */
  List<Sort> sorts() {
    return Stream.of(Sorting.values())
        .map(other -> new Sort(other.parameter(), address(other, 1), other == sorting)).toList();
  }

  private String address(Sorting order, int page) {
    List<String> parameters = new ArrayList<>();
    // As in a path, not as in a form: such an address may also be returned to after a change of language.
    wanted.forEach((name, value) -> parameters.add(name + "="
        + URLEncoder.encode(value, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A")));
    if (order != Sorting.DEFAULT) {
      parameters.add("sort=" + order.parameter());
    }
    if (page > 1) {
      parameters.add("page=" + page);
    }
    return parameters.isEmpty() ? path : path + '?' + String.join("&", parameters);
  }
}
