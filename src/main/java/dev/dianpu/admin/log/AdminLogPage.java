package dev.dianpu.admin.log;

import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** 管理员日志: who changed what, when and from where. */
@Path("/admin/log")
public class AdminLogPage {

  @Inject AdminLogBook book;
  @Inject LogFrame frame;

  @Context UriInfo address;
  @Context HttpServletRequest request;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/log", VerificationsPage.asked(address));
    return frame.page("admin/log", query, () -> book.page(query, Visit.of(request).locale()))
        .with("actions", book.actions()).with("admins", book.admins());
  }
}
