package dev.dianpu.catalog;

import dev.dianpu.platform.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;

/** {@code /goods/{id}}: one of the goods, and others of its category. Two queries. */
@Path("/goods/{id: [0-9]{1,18}}")
public class GoodsPage {

  private static final int RELATED = 4;

  @Inject Shelf shelf;
  @Inject GoodsRepository repository;

  @GET
  public Page show(@PathParam("id") long id) {
    GoodsView goods = repository.find(id).orElseThrow(NotFoundException::new);
    return Page.of("goods").with("goods", goods).with("category", shelf.find(goods.categoryId()).orElse(null))
        .with("related", repository.related(goods.categoryId(), id, RELATED)).cached();
  }
}
