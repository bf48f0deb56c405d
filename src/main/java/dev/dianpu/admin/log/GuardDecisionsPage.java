package dev.dianpu.admin.log;

import dev.dianpu.guard.Decisions;
import dev.dianpu.guard.Kind;
import dev.dianpu.guard.Mode;
import dev.dianpu.guard.Step;
import dev.dianpu.platform.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;

/** 风控记录: what the guard decided, and why. */
@Path("/admin/guard/decisions")
public class GuardDecisionsPage {

  @Inject Decisions decisions;
  @Inject LogFrame frame;

  @Context UriInfo address;

  @GET
  public Page show() {
    LogQuery query = frame.query("/admin/guard/decisions", VerificationsPage.asked(address));
    Decisions.Filter filter = new Decisions.Filter(query.value("kind", Kind.class).filter(Kind.JUDGED::contains),
        query.value("step", Step.class), query.value("mode", Mode.class), query.from(), query.until());
    return frame.page("admin/guard-decisions", query, () -> decisions.page(filter, query.before(), LogQuery.SIZE))
        .with("kinds", Kind.JUDGED.stream().sorted().toList()).with("steps", Step.values())
        .with("modes", List.of(Mode.RECORD, Mode.ENFORCE));
  }
}
