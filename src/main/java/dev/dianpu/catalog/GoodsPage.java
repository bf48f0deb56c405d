package dev.dianpu.catalog;

import dev.dianpu.platform.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import java.time.Clock;
import java.time.Instant;
import java.util.List;

/** {@code /goods/{id}}: one of the goods with its variants and pictures, and others of its category. Six queries. */
@Path("/goods/{id: [0-9]{1,18}}")
public class GoodsPage {

  private static final int RELATED = 4;

  @Inject Shelf shelf;
  @Inject GoodsRepository repository;
  @Inject SkuRepository skus;
  @Inject DetailRepository details;
  @Inject Clock clock;

  @GET
  public Page show(@PathParam("id") long id) {
    GoodsView goods = repository.find(id).orElseThrow(NotFoundException::new);
    Instant now = clock.instant();
    List<SkuFacts> facts = skus.ofGoods(id);
    return Page.of("goods").with("goods", goods).with("above", shelf.path(goods.categoryId()))
        .with("category", shelf.find(goods.categoryId()).orElse(null))
        .with("offer", Offer.of(facts, now)).with("pictures", details.pictures(id)).with("traits", details.traits(id))
        .with("ranks", RankOffer.of(details.ranks(id), facts, now))
        .with("related", repository.related(goods.categoryId(), id, RELATED)).cached();
  }
}
