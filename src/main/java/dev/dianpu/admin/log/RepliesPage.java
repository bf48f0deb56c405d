package dev.dianpu.admin.log;

import dev.dianpu.platform.web.Page;
import dev.dianpu.sms.ReplyLog;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** 短信回复: what phones wrote back. */
@Path("/admin/sms/replies")
public class RepliesPage {

  @Inject ReplyLog log;
  @Inject LogFrame frame;

  @Context UriInfo address;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/sms/replies", VerificationsPage.asked(address));
    ReplyLog.Filter filter = new ReplyLog.Filter(frame.phone(query), query.from(), query.until());
    return frame.pageByPhone("admin/replies", query, () -> log.page(filter, query.before(), LogQuery.SIZE));
  }
}
