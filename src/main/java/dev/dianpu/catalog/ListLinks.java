package dev.dianpu.catalog;

import java.net.URLEncoder;
import java.nio.charset.StandardCharsets;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Stream;

/** The addresses of the pages and orders of one list; what is as usual is left out of them. */
record ListLinks(String path, String query, Sorting sorting) {

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
    if (!query.isEmpty()) {
      // As in a path, not as in a form: such an address may also be returned to after a change of language.
      parameters.add("q=" + URLEncoder.encode(query, StandardCharsets.UTF_8).replace("+", "%20").replace("*", "%2A"));
    }
    if (order != Sorting.DEFAULT) {
      parameters.add("sort=" + order.parameter());
    }
    if (page > 1) {
      parameters.add("page=" + page);
    }
    return parameters.isEmpty() ? path : path + '?' + String.join("&", parameters);
  }
}
