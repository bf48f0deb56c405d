package dev.dianpu.admin.guard;

import dev.dianpu.guard.TestNumbers;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** 测试号码: numbers with a fixed code, to which no SMS is sent. */
@Path("/admin/guard/test-numbers")
public class TestNumbersPage {

  private static final URI HERE = URI.create("/admin/guard/test-numbers");

  @Inject TestNumbers numbers;
  @Inject Settings settings;
  @Inject AdminNotices notices;
  @Inject Clock clock;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return page(new TestNumberForm(), Map.of());
  }

  @POST
  public Response add(@BeanParam TestNumberForm form) {
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    Map<String, String> errors = form.errors(LocalDate.ofInstant(clock.instant(), zone));
    if (errors.isEmpty() && numbers.all().size() >= TestNumbers.MOST) {
      errors = Map.of("phone", "guard.test.full");
    }
    if (!errors.isEmpty()) {
      return page(form, errors).status(422).response();
    }
    numbers.put(form.number().orElseThrow(), form.code.strip(),
        form.day().orElseThrow().plusDays(1).atStartOfDay(zone).toInstant());
    notices.done(Visit.of(request), "guard.test.added", form.number().orElseThrow().masked());
    return Response.seeOther(HERE).build();
  }

  @POST
  @Path("{id: [0-9]{1,18}}/remove")
  public Response remove(@PathParam("id") long id) {
    if (numbers.remove(id)) {
      notices.done(Visit.of(request), "guard.test.removed");
    } else {
      notices.failed(Visit.of(request), "guard.test.gone");
    }
    return Response.seeOther(HERE).build();
  }

  private Page page(TestNumberForm form, Map<String, String> errors) {
    return Page.of("admin/guard-test").with("rows", numbers.all()).with("form", form.again()).with("errors", errors)
        .with("days", TestNumberForm.LONGEST_DAYS);
  }
}
