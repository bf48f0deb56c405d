package dev.dianpu.admin.guard;

import dev.dianpu.admin.shop.SettingForms;
import dev.dianpu.guard.Replay;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.settings.SaveSettings;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 风控规则: the settings of the guard, tried on the last seven days before they are saved. */
@Path("/admin/guard/rules")
public class GuardRulesPage {

  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject Replay replay;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return forms.show(page(), groups(), Visit.of(request).locale());
  }

  /** Saves what was entered, or tries it. */
  @POST
  public Response save(MultivaluedMap<String, String> form) {
    Map<String, String> entered = form.keySet().stream().collect(Collectors.toMap(Function.identity(), form::getFirst));
    return "replay".equals(entered.get("action")) ? tried(entered) : saved(entered);
  }

  private Response tried(Map<String, String> entered) {
    SaveSettings.Draft draft = forms.draft(groups(), entered);
    if (!draft.problems().isEmpty()) {
      return refused(entered, draft.problems());
    }
    return forms.again(page(), groups(), entered, Visit.of(request).locale())
        .with("replayed", replay.run(draft.settings())).response();
  }

  private Response saved(Map<String, String> entered) {
    List<SettingProblem> problems = forms.save(groups(), entered);
    if (!problems.isEmpty()) {
      return refused(entered, problems);
    }
    notices.done(Visit.of(request), "admin.settings.saved");
    return Response.seeOther(URI.create("/admin/guard/rules")).build();
  }

  private Response refused(Map<String, String> entered, List<SettingProblem> problems) {
    return forms.refuse(page(), groups(), entered, problems, Visit.of(request).locale()).response();
  }

  private static Page page() {
    return Page.of("admin/guard-rules").with("days", Replay.DAYS);
  }

  private List<SettingGroup> groups() {
    return List.of(catalog.group("guard").orElseThrow(NotFoundException::new));
  }
}
