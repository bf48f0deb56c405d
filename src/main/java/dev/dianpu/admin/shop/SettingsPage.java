package dev.dianpu.admin.shop;

import dev.dianpu.admin.account.Notices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import dev.dianpu.spi.SmsChannel;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.MultivaluedMap;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;

/** 商店设置: a tab per settings group. */
@Path("/admin/settings")
public class SettingsPage {

  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject Notices notices;
  @Inject Extensions<SmsChannel> channels;

  @Context HttpServletRequest request;

  @GET
  public Response first() {
    return Response.seeOther(address(tabs().get(0).id())).build();
  }

  @GET
  @Path("{group}")
  public Page show(@PathParam("group") String id) {
    SettingGroup group = group(id);
    return forms.show(page(group), group, request);
  }

  @POST
  @Path("{group}")
  public Response save(@PathParam("group") String id, MultivaluedMap<String, String> form) {
    SettingGroup group = group(id);
    List<SettingProblem> problems = forms.save(group, form);
    if (!problems.isEmpty()) {
      return forms.refuse(page(group), group, form, problems, request).response();
    }
    notices.done(request, "admin.settings.saved");
    return Response.seeOther(address(id)).build();
  }

  private Page page(SettingGroup group) {
    return Page.of("admin/settings").with("tabs", tabs()).with("sends", sends(group));
  }

  /** Whether the group has to do with sending SMS, so that a test is offered beside it. */
  private boolean sends(SettingGroup group) {
    return group.fields().stream().anyMatch(field -> field.type() == SettingField.Type.SMS_TEXT)
        || channels.all().stream().anyMatch(channel -> channel.id().equals(group.id()))
        || group.id().equals("sms");
  }

  private SettingGroup group(String id) {
    return tabs().stream().filter(group -> group.id().equals(id)).findFirst().orElseThrow(NotFoundException::new);
  }

  /** A group of an order below 0 has a page of its own. */
  private List<SettingGroup> tabs() {
    return catalog.groups().stream().filter(group -> group.order() >= 0).toList();
  }

  private static URI address(String group) {
    return URI.create("/admin/settings/" + group);
  }
}
