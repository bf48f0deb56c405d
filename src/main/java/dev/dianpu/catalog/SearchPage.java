package dev.dianpu.catalog;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import java.util.List;

/** {@code /search?q=}: goods whose name, number or keywords hold all of the words. Two queries; never cached. */
@Path("/search")
public class SearchPage {

  /** Characters that are looked at: the field takes no more, and an address with more costs no more. */
  private static final int LONGEST = 50;

  @Inject Shelf shelf;
  @Inject GoodsRepository goods;
  @Inject Settings settings;

  @GET
  public Page show(@QueryParam("q") @DefaultValue("") String typed, @QueryParam("sort") String sort,
      @QueryParam("page") @DefaultValue("1") int number) {
    String query = shortened(typed.strip());
    ListLinks links = new ListLinks("/search", query, Sorting.of(sort));
    Page page = Page.of("search").with("query", query).with("categories", shelf.categories())
        .with("here", links.page(number));
    SearchTerms terms = SearchTerms.wanted(query);
    if (terms.isEmpty()) {
      return page;
    }
    int size = (int) settings.number("display.page-size");
    Paging paging = Paging.of(goods.countFound(terms), size, number, links::page);
    if (!paging.exists()) {
      throw new NotFoundException();
    }
    List<GoodsCard> found = goods.found(terms, links.sorting(), (number - 1) * size, size);
    return page.with("goods", found).with("sorts", links.sorts()).with("paging", paging);
  }

  /** Cut between characters, not within one that takes two places. */
  private static String shortened(String query) {
    return query.codePointCount(0, query.length()) <= LONGEST
        ? query : query.substring(0, query.offsetByCodePoints(0, LONGEST));
  }
}
