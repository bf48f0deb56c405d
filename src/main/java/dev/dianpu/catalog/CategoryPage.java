package dev.dianpu.catalog;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;

/** {@code /category/{id}}: its goods, page by page, in the order of one's choice. Two queries. */
@Path("/category/{id: [0-9]{1,18}}")
public class CategoryPage {

  @Inject Shelf shelf;
  @Inject GoodsRepository goods;
  @Inject Settings settings;

  @GET
  public Page show(@PathParam("id") long id, @QueryParam("sort") String sort,
      @QueryParam("page") @DefaultValue("1") int number) {
    CategoryView category = shelf.find(id).orElseThrow(NotFoundException::new);
    Sorting sorting = Sorting.of(sort);
    ListLinks links = new ListLinks("/category/" + id, "", sorting);
    int size = (int) settings.number("display.page-size");
    Paging paging = Paging.of(goods.count(id), size, number, links::page);
    if (!paging.exists()) {
      throw new NotFoundException();
    }
    Page page = Page.of("category").with("category", category).with("sorts", links.sorts()).with("paging", paging)
        .with("goods", goods.ofCategory(id, sorting, (number - 1) * size, size));
    // An order that does not exist is shown but not kept, or addresses at will would fill the cache.
    return sort == null || sort.equals(sorting.parameter()) ? page.cached() : page;
  }
}
