package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.admin.GoodsDetails.RankPrice;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;

/** 属性与会员价: attributes of the goods' type, and fixed prices of ranks for each variant. */
@Path("/admin/goods/{id: [1-9][0-9]{0,17}}/details")
public class GoodsDetailsPage {

  @Inject GoodsBook book;
  @Inject GoodsDetails details;
  @Inject Vocabulary vocabulary;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("id") long id) {
    Map<String, String> fields = new LinkedHashMap<>();
    details.traits(id).forEach((attribute, value) -> fields.put("a" + attribute, value));
    details.prices(id).forEach(price ->
        fields.put("r" + price.sku() + '.' + price.rank(), price.price().toPlainString()));
    return page(find(id), new EnteredForm(new MultivaluedHashMap<>(fields)));
  }

  @POST
  public Response save(@PathParam("id") long id, MultivaluedMap<String, String> entered) {
    GoodsDraft goods = find(id);
    EnteredForm form = new EnteredForm(entered);
    Map<Long, String> traits = traits(goods, form);
    List<RankPrice> prices = prices(goods, form);
    if (!form.errors().isEmpty()) {
      return page(goods, form).status(422).response();
    }
    details.save(goods, traits, prices);
    versions.look();
    notices.done(Visit.of(request), "goods.saved", goods.words().name());
    return Response.seeOther(URI.create("/admin/goods/" + id + "/details")).build();
  }

  private Map<Long, String> traits(GoodsDraft goods, EnteredForm form) {
    Map<Long, String> traits = new LinkedHashMap<>();
    for (AttributeRow attribute : vocabulary.attributes(goods.typeId())) {
      String name = "a" + attribute.id();
      String value = form.text(name, 0, 100);
      if (!value.isEmpty() && !attribute.values().isEmpty() && !attribute.values().contains(value)) {
        form.wrong(name, Wrong.of("goods.wrong.choice"));
      }
      if (!value.isEmpty()) {
        traits.put(attribute.id(), value);
      }
    }
    return traits;
  }

  private List<RankPrice> prices(GoodsDraft goods, EnteredForm form) {
    List<RankPrice> prices = new ArrayList<>();
    List<RankRow> ranks = vocabulary.ranks();
    for (SkuDraft sku : goods.skus()) {
      for (RankRow rank : ranks) {
        BigDecimal price = form.money("r" + sku.id() + '.' + rank.id());
        if (price != null) {
          prices.add(new RankPrice(sku.id(), rank.id(), price));
        }
      }
    }
    return prices;
  }

  private Page page(GoodsDraft goods, EnteredForm form) {
    return Page.of("admin/goods-details").with("id", goods.id()).with("name", goods.words().name())
        .with("attributes", vocabulary.attributes(goods.typeId())).with("skus", goods.skus())
        .with("ranks", vocabulary.ranks()).with("form", form.values()).with("errors", form.errors());
  }

  private GoodsDraft find(long id) {
    return book.find(id).orElseThrow(NotFoundException::new);
  }
}
