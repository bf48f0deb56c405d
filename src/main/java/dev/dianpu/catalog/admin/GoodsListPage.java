package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.Paging;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Typed;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.TreeMap;
import java.util.stream.Stream;

/** 商品列表: found, filtered, and put on sale, off sale or into the bin, several at once. Five queries. */
@Path("/admin/goods")
public class GoodsListPage {

  private static final int SIZE = 20;
  private static final int LONGEST = 50;
  private static final int MOST_AT_ONCE = 100;
  private static final List<String> FILTERS = List.of("q", "category", "brand", "state");

  @Inject GoodsListRepository repository;
  @Inject Categories categories;
  @Inject Vocabulary vocabulary;
  @Inject GoodsBook book;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;
  @Context UriInfo address;

  @GET
  public Page show() {
    Map<String, String> filter = filter();
    List<CategoryRow> tree = categories.all();
    GoodsQuery query = query(filter, tree);
    int number = asked("page").filter(page -> page.matches("[1-9][0-9]{0,5}")).map(Integer::parseInt).orElse(1);
    Paging paging = Paging.of(repository.count(query), SIZE, number, page -> link(filter, page));
    return Page.of("admin/goods").with("rows", repository.page(query, (number - 1) * SIZE, SIZE)).with("paging", paging)
        .with("filter", filter).with("filtered", !filter.isEmpty()).with("categories", tree)
        .with("brands", vocabulary.brands()).with("states", GoodsQuery.State.values()).with("state", query.state())
        .with("back", link(filter, number));
  }

  @POST
  public Response act(MultivaluedMap<String, String> form) {
    List<Long> goods = Optional.ofNullable(form.get("id")).orElse(List.of()).stream()
        .filter(id -> id.matches("[1-9][0-9]{0,17}")).map(Long::valueOf).distinct().sorted()
        .limit(MOST_AT_ONCE).toList();
    Optional<GoodsBook.Step> step = Stream.of(GoodsBook.Step.values())
        .filter(each -> each.name().equals(form.getFirst("do"))).findFirst();
    if (goods.isEmpty() || step.isEmpty()) {
      notices.failed(Visit.of(request), "goods.none-chosen");
    } else {
      int done = book.step(step.get(), goods);
      versions.look();
      notices.done(Visit.of(request), "goods.done." + step.get(), done);
    }
    String back = Optional.ofNullable(form.getFirst("back")).orElse("");
    return Response.seeOther(URI.create(back.matches("/admin/goods(\\?[A-Za-z0-9%=&._+-]*)?") ? back : "/admin/goods"))
        .build();
  }

  private Optional<String> asked(String name) {
    return Optional.ofNullable(address.getQueryParameters().getFirst(name)).map(String::strip)
        .filter(value -> !value.isEmpty());
  }

  /** What is asked for; a word is cut where it becomes longer than the field. */
  private Map<String, String> filter() {
    Map<String, String> filter = new TreeMap<>();
    FILTERS.forEach(name -> asked(name).ifPresent(value -> filter.put(name, Typed.again(value, LONGEST))));
    return filter;
  }

  private static GoodsQuery query(Map<String, String> filter, List<CategoryRow> tree) {
    GoodsQuery.State state = Stream.of(GoodsQuery.State.values())
        .filter(each -> each.name().equals(filter.get("state"))).findFirst().orElse(GoodsQuery.State.ALL);
    return new GoodsQuery(filter.getOrDefault("q", ""), CategoryOrder.within(tree, number(filter.get("category"))),
        number(filter.get("brand")), state);
  }

  private static long number(String text) {
    return text != null && text.matches("[1-9][0-9]{0,17}") ? Long.parseLong(text) : 0;
  }

  private static String link(Map<String, String> filter, int page) {
    UriBuilder link = UriBuilder.fromPath("/admin/goods");
    filter.forEach((name, value) -> link.queryParam(name, "{" + name + "}"));
    return (page > 1 ? link.queryParam("page", page) : link).buildFromMap(filter).toString();
  }
}
