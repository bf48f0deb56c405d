package dev.dianpu.catalog;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import java.util.stream.Collectors;

/** {@code /}: categories, what the owner recommends, what is new. Two queries. */
@Path("/")
public class HomePage {

  private static final int HERO = 3;

  @Inject Shelf shelf;
  @Inject GoodsRepository goods;
  @Inject Settings settings;

  @GET
  public Page show() {
    int size = (int) settings.number("display.home-size");
    List<GoodsCard> featured = goods.featured(size);
    Set<Long> shown = featured.stream().map(GoodsCard::id).collect(Collectors.toSet());
    // Enough for what is left when the recommended ones among the new are taken out.
    List<GoodsCard> newest = goods.newest(2 * size).stream().filter(card -> !shown.contains(card.id())).limit(size).toList();
    return Page.of("home").with("categories", shelf.categories()).with("heroGoods", hero(featured))
        .with("featured", featured).with("newest", newest).cached();
  }

  /** The first recommended goods, each of another category. */
  private static List<GoodsCard> hero(List<GoodsCard> featured) {
    List<GoodsCard> hero = new ArrayList<>();
    for (GoodsCard card : featured) {
      if (hero.size() < HERO && hero.stream().noneMatch(other -> other.categoryId() == card.categoryId())) {
        hero.add(card);
      }
    }
    return hero;
  }
}
