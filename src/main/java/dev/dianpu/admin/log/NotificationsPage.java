package dev.dianpu.admin.log;

import dev.dianpu.notification.DeadLetters;
import dev.dianpu.notification.NoticeLog;
import dev.dianpu.notification.NoticeState;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.net.URI;
import java.util.Arrays;
import java.util.List;
import java.util.Map;

/** 通知队列: how many notices wait, were sent, came to a sad end; and what the owner does with those. */
@Path("/admin/notifications")
public class NotificationsPage {

  private static final URI DEAD = URI.create("/admin/notifications?state=DEAD");
  private static final URI UNKNOWN = URI.create("/admin/notifications?state=UNKNOWN");
  private static final String GONE = "admin.notifications.gone";

  @Inject NoticeLog log;
  @Inject DeadLetters letters;
  @Inject LogFrame frame;
  @Inject AdminNotices notices;

  @Context UriInfo address;
  @Context HttpServletRequest request;

  /** A state and how many notices are in it. */
  public record Count(String state, long count) {}

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/notifications", VerificationsPage.asked(address));
    NoticeLog.Filter filter =
        new NoticeLog.Filter(query.value("state", NoticeState.class), query.from(), query.until());
    return frame.page("admin/notifications", query, () -> log.page(filter, query.before(), LogQuery.SIZE))
        .with("counts", counts());
  }

  private List<Count> counts() {
    Map<NoticeState, Long> counts = log.counts();
    return Arrays.stream(NoticeState.values())
        .map(state -> new Count(state.name(), counts.getOrDefault(state, 0L))).toList();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/retry")
  public Response retry(@PathParam("id") long id) {
    return told(letters.retry(id), "admin.notifications.retried", DEAD);
  }

  @POST
  @Path("{id: [0-9]{1,18}}/drop")
  public Response drop(@PathParam("id") long id) {
    return told(letters.drop(id), "admin.notifications.dropped", DEAD);
  }

  /** As {@link #drop}, from the list of unknown ones. */
  @POST
  @Path("{id: [0-9]{1,18}}/settle")
  public Response settle(@PathParam("id") long id) {
    return told(letters.drop(id), "admin.notifications.settled", UNKNOWN);
  }

  @POST
  @Path("dead/retry")
  public Response retryAll() {
    notices.done(Visit.of(request), "admin.notifications.retried-all", letters.retryAll());
    return Response.seeOther(DEAD).build();
  }

  @POST
  @Path("dead/drop")
  public Response dropAll() {
    notices.done(Visit.of(request), "admin.notifications.dropped-all", letters.dropAll());
    return Response.seeOther(DEAD).build();
  }

  private Response told(boolean done, String message, URI next) {
    if (done) {
      notices.done(Visit.of(request), message);
    } else {
      notices.failed(Visit.of(request), GONE);
    }
    return Response.seeOther(next).build();
  }
}
