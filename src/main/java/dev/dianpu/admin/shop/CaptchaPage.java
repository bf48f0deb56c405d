package dev.dianpu.admin.shop;

import dev.dianpu.captcha.PictureStrength;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
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

/** 验证码管理: on which forms a captcha is asked for, of which kind, how it looks and how strong it is. */
@Path("/admin/captcha")
public class CaptchaPage {

  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show() {
    return forms.show(page(), group(), Visit.of(request).locale());
  }

  @POST
  public Response save(MultivaluedMap<String, String> form) {
    List<SettingProblem> problems = forms.save(group(), SettingsPage.entered(form));
    if (!problems.isEmpty()) {
      return forms.refuse(page(), group(), SettingsPage.entered(form), problems,
          Visit.of(request).locale()).response();
    }
    notices.done(Visit.of(request), "admin.settings.saved");
    return Response.seeOther(URI.create("/admin/captcha")).build();
  }

  private static Page page() {
    return Page.of("admin/captcha").with("strength", PictureStrength.last().orElse(null));
  }

  private List<SettingGroup> group() {
    return List.of(catalog.group("captcha").orElseThrow(NotFoundException::new));
  }
}
