package dev.dianpu.admin.limit;

import dev.dianpu.admin.shop.SettingForms;
import dev.dianpu.admin.shop.SettingsPage;
import dev.dianpu.limit.LiftLimit;
import dev.dianpu.limit.LimitSubject;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.verification.WrongCodes;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.BadRequestException;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriBuilder;
import java.net.URI;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** 发送限额: what is used now, who is blocked, the settings, and the values of others. */
@Path("/admin/limits")
public class LimitsPage {

  private static final URI HERE = URI.create("/admin/limits");

  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject LimitView view;
  @Inject PresetOffers presets;
  @Inject LiftLimit lift;
  @Inject WrongCodes wrongCodes;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  /**
   * The page.
   *
   * @param preset whose values stand in the form, not saved yet; empty for the saved ones
   * @param who a phone, a prefix or an address that is looked up
   */
  @GET
  public Response show(@QueryParam("preset") @DefaultValue("") String preset,
      @QueryParam("who") @DefaultValue("") String who) {
    Optional<PhonePolicy.Preset> chosen = presets.named(preset);
    Page page = chosen.map(this::proposed).orElseGet(() -> forms.show(page(), groups(), Visit.of(request).locale()));
    return lookedUp(page, who).response();
  }

  private Page proposed(PhonePolicy.Preset offer) {
    return forms.propose(page(), groups(), offer.values(), Visit.of(request).locale())
        .with("preset", offer.id()).with("changes", presets.changes(offer));
  }

  private Page lookedUp(Page page, String who) {
    if (who.isBlank()) {
      return page;
    }
    Optional<LimitSubject> named = Named.of(who);
    return named.isEmpty() ? page.with("who", who).with("whoWrong", true).status(422)
        : page.with("who", who).with("named", named.get().masked()).with("lines", view.lines(named.get()));
  }

  /** Saves the settings of all groups together. */
  @POST
  public Response save(MultivaluedMap<String, String> form) {
    List<SettingProblem> problems = forms.save(groups(), SettingsPage.entered(form));
    if (!problems.isEmpty()) {
      return forms.refuse(page(), groups(), SettingsPage.entered(form), problems, Visit.of(request).locale()).response();
    }
    notices.done(Visit.of(request), "admin.settings.saved");
    return Response.seeOther(HERE).build();
  }

  /** Lets somebody try again at once. */
  @POST
  @Path("lift")
  public Response lift(@FormParam("who") @DefaultValue("") String who,
      @FormParam("budget") @DefaultValue("") String budget) {
    LimitSubject named = Named.of(who).orElseThrow(BadRequestException::new);
    if (budget.equals(LimitView.TRIES)) {
      named.phone().ifPresent(wrongCodes::liftPhone);
      named.address().ifPresent(wrongCodes::liftAddress);
    } else if (view.lines(named).stream().anyMatch(line -> line.budget().equals(budget))) {
      lift.lift(named, budget);
    } else {
      throw new BadRequestException();
    }
    notices.done(Visit.of(request), "limits.lifted", named.masked());
    return Response.seeOther(UriBuilder.fromUri(HERE).queryParam("who", "{who}").build(who.strip())).build();
  }

  private Page page() {
    return view.fill(Page.of("admin/limits")).with("presets", presets.all()).with("whoWrong", false);
  }

  /** Without the plugin that has the limits only those of typed codes. */
  private List<SettingGroup> groups() {
    return Stream.of(PhonePolicy.LIMITS_GROUP, "verification", "redis").flatMap(id -> catalog.group(id).stream()).toList();
  }
}
