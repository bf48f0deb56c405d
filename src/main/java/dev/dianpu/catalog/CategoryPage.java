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
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.UriInfo;
import java.util.Collection;

/**
 * {@code /category/{id}}: its goods and those of the categories below it, page by page, narrowed and in the order of
 * one's choice. Two queries, and two more for what can be chosen when that is not known yet. A narrowed list is not
 * cached: there are more of them than anybody asks for twice.
 */
@Path("/category/{id: [0-9]{1,18}}")
public class CategoryPage {

  @Inject Shelf shelf;
  @Inject Facets facets;
  @Inject GoodsRepository goods;
  @Inject Settings settings;

  @Context UriInfo address;

  @GET
  public Page show(@PathParam("id") long id, @QueryParam("sort") String sort,
      @QueryParam("page") @DefaultValue("1") int number) {
    CategoryView category = shelf.find(id).orElseThrow(NotFoundException::new);
    Sorting sorting = Sorting.of(sort);
    ListFilter filter = filter();
    ListLinks links = new ListLinks("/category/" + id, filter.parameters(), sorting);
    Collection<Long> categories = shelf.within(id);
    int size = (int) settings.number("display.page-size");
    Paging paging = Paging.of(goods.count(categories, filter), size, number, links::page);
    if (!paging.exists()) {
      throw new NotFoundException();
    }
    Page page = Page.of("category").with("category", category).with("sorts", links.sorts()).with("paging", paging)
        .with("goods", goods.ofCategories(categories, filter, sorting, new Slot((number - 1) * size, size)))
        .with("above", shelf.path(category.parentId())).with("below", shelf.children(id)).with("facets", facets.of(id))
        .with("chosen", filter.parameters()).with("wrong", filter.wrong()).with("narrowed", filter.on())
        .with("sort", sorting == Sorting.DEFAULT ? "" : sorting.parameter()).with("here", links.page(number));
    // An order that does not exist is shown but not kept, or addresses at will would fill the cache.
    return sort == null || sort.equals(sorting.parameter()) ? page.cached() : page;
  }

  private ListFilter filter() {
    MultivaluedMap<String, String> asked = address.getQueryParameters();
    return ListFilter.of(asked.keySet(), name -> asked.getFirst(name) == null ? "" : asked.getFirst(name));
  }
}
