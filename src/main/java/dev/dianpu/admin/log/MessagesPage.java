package dev.dianpu.admin.log;

import dev.dianpu.platform.web.Page;
import dev.dianpu.sms.AttemptState;
import dev.dianpu.sms.SmsLog;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;

/** 短信记录: a row per try to send an SMS. */
@Path("/admin/sms/messages")
public class MessagesPage {

  @Inject SmsLog log;
  @Inject LogFrame frame;

  @Context UriInfo address;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/sms/messages", VerificationsPage.asked(address));
    SmsLog.Filter filter = new SmsLog.Filter(query.value("channel"), query.value("state", AttemptState.class),
        frame.phone(query), query.from(), query.until());
    return frame.pageByPhone("admin/messages", query, () -> query.value("number").map(log::byNumber)
        .orElseGet(() -> log.page(filter, query.before(), LogQuery.SIZE)))
        .with("channels", log.channels()).with("states", AttemptState.values());
  }
}
