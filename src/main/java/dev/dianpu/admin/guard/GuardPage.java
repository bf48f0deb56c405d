package dev.dianpu.admin.guard;

import dev.dianpu.guard.Course;
import dev.dianpu.guard.Gate;
import dev.dianpu.guard.Kind;
import dev.dianpu.guard.Level;
import dev.dianpu.guard.Lift;
import dev.dianpu.guard.Standing;
import dev.dianpu.guard.Subject;
import dev.dianpu.guard.Window;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.SmsCosts;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.math.BigDecimal;
import java.net.URI;
import java.time.Clock;
import java.time.Duration;
import java.util.Arrays;
import java.util.List;
import java.util.stream.Stream;

/** 风控: how hard the gate is to pass now and for whom, what was sent and used, and the end of a pause by hand. */
@Path("/admin/guard")
public class GuardPage {

  private static final int SHOWN = 8;

  @Inject Gate gate;
  @Inject Lift lift;
  @Inject Course course;
  @Inject SmsCosts costs;
  @Inject AdminNotices notices;
  @Inject Clock clock;

  @Context HttpServletRequest request;

  /** A level that lasts, and whether it has an effect. */
  public record Line(Standing standing, boolean enforced) {}

  /** A table of who sent most in a window. */
  public record Most(Window window, List<Course.Conversion> rows) {}

  @GET
  public Page show() {
    BigDecimal price = costs.yuan();
    return Page.of("admin/guard")
        .with("level", gate.enforced(new Subject(Kind.SITE, "")))
        .with("lines", gate.lasting().stream().map(this::line).toList())
        .with("hours", new CourseChart(course.hours(), price)).with("days", new CourseChart(course.days(), price))
        .with("refusals", course.refusals(clock.instant().minus(Duration.ofDays(1))))
        .with("monthRefusals", course.refusals(clock.instant().minus(Duration.ofDays(30))))
        .with("site", Arrays.stream(Window.values()).map(window -> most(Kind.SITE, window)).toList())
        .with("tables", Stream.of(Kind.RANGE, Kind.PREFIX, Kind.VIRTUAL, Kind.COUNTRY)
            .flatMap(kind -> Stream.of(most(kind, Window.DAY)).filter(most -> !most.rows().isEmpty())).toList());
  }

  private Line line(Standing standing) {
    return new Line(standing, gate.enforced(standing.subject()) != Level.CALM);
  }

  private Most most(Kind kind, Window window) {
    return new Most(window, course.most(kind, window, SHOWN));
  }

  /** Ends a level before its time. */
  @POST
  @Path("lift")
  public Response lift(@FormParam("kind") @DefaultValue("") String kind,
      @FormParam("subject") @DefaultValue("") String name) {
    Kind known = Kind.JUDGED.stream().filter(one -> one.name().equals(kind)).findFirst()
        .orElseThrow(NotFoundException::new);
    if (lift.lift(new Subject(known, name))) {
      notices.done(Visit.of(request), "guard.lifted");
    } else {
      notices.failed(Visit.of(request), "guard.lifted.gone");
    }
    return Response.seeOther(URI.create("/admin/guard")).build();
  }
}
