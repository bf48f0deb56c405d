package dev.dianpu.catalog;

import java.util.ArrayList;
import java.util.List;
import java.util.function.IntFunction;
import java.util.stream.IntStream;

/**
 * Which page of a list is shown, and the links to the others.
 *
 * @param total number of goods in the list
 * @param page the shown page, from 1 on
 * @param pages number of pages, at least 1
 * @param previous address of the page before; null on the first
 * @param next address of the page after; null on the last
 * @param items what to show between them
 */
public record Paging(long total, int page, int pages, String previous, String next, List<Item> items) {

  /** How many neighbours of the shown page are linked on each side. */
  private static final int NEIGHBOURS = 2;

  /**
   * A link to a page, or the gap where pages were left out.
   *
   * @param number the page; 0 for a gap
   * @param href its address; empty for a gap
   * @param current whether it is the shown one
   */
  public record Item(int number, String href, boolean current) {

    /** Whether pages were left out here. */
    public boolean gap() {
      return number == 0;
    }
  }

  /**
   * The links of a list.
   *
   * @param size goods on a page
   * @param page the wanted page; {@link #exists} tells whether there is such a one
   * @param address of a page
   */
  public static Paging of(long total, int size, int page, IntFunction<String> address) {
    int pages = (int) Math.max(1, (total + size - 1) / size);
    List<Item> items = new ArrayList<>();
    for (int number : IntStream.rangeClosed(1, pages).filter(n -> near(n, page, pages)).toArray()) {
      if (!items.isEmpty() && number > items.get(items.size() - 1).number() + 1) {
        items.add(new Item(0, "", false));
      }
      items.add(new Item(number, address.apply(number), number == page));
    }
    return new Paging(total, page, pages, page > 1 ? address.apply(page - 1) : null,
        page < pages ? address.apply(page + 1) : null, List.copyOf(items));
  }

  private static boolean near(int number, int page, int pages) {
    return number == 1 || number == pages || Math.abs(number - page) <= NEIGHBOURS;
  }

  /** Whether the list has the wanted page. */
  public boolean exists() {
    return page >= 1 && page <= pages;
  }
}
