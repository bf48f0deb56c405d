package dev.dianpu.catalog.admin;

import dev.dianpu.catalog.StockWarnings;
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
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** 库存预警: variants that are about to run out, and how to add pieces. */
@Path("/admin/stock")
public class StockPage {

  private static final int MOST = 100;

  @Inject GoodsListRepository repository;
  @Inject StockWarnings warnings;
  @Inject GoodsBook book;
  @Inject AdminNotices notices;
  @Inject Versions versions;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return page(0, Map.of());
  }

  @POST
  @Path("{sku: [1-9][0-9]{0,17}}")
  public Response restock(@PathParam("sku") long sku, MultivaluedMap<String, String> entered) {
    EnteredForm form = new EnteredForm(entered);
    int pieces = form.number("pieces", 1, 999_999);
    if (!form.errors().isEmpty()) {
      return page(sku, form.errors()).status(422).response();
    }
    StockLine line = book.restock(sku, pieces).orElseThrow(NotFoundException::new);
    versions.look();
    notices.done(Visit.of(request), "stock.restocked", line.code(), pieces);
    return Response.seeOther(URI.create("/admin/stock")).build();
  }

  private Page page(long wrong, Map<String, Wrong> errors) {
    return Page.of("admin/stock").with("rows", repository.low(MOST)).with("total", warnings.count())
        .with("most", MOST).with("wrong", wrong).with("errors", errors);
  }
}
