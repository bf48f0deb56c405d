package dev.dianpu.admin.shop;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
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
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.function.Function;
import java.util.stream.Collectors;

/** 商店设置: a tab per settings group. */
@Path("/admin/settings")
public class SettingsPage {

  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject AdminNotices notices;
  @Inject Extensions<SmsChannel> channels;

  @Context HttpServletRequest request;

  @GET
  public Response first() {
    return Response.seeOther(address(tabs().keySet().iterator().next())).build();
  }

  /** A channel's settings stand on its own page, but for one that the owner looks for on another group's tab. */
  private Map<String, List<SettingGroup>> tabs() {
    Map<String, List<SettingGroup>> tabs = new LinkedHashMap<>(catalog.tabs());
    channels.all().forEach(channel -> tabs.remove(channel.id()));
    return tabs;
  }

  /** A tab, named by any of its groups. */
  @GET
  @Path("{group}")
  public Response show(@PathParam("group") String id) {
    if (tabs().values().stream().flatMap(List::stream).noneMatch(group -> group.id().equals(id))
        && channels.all().stream().anyMatch(channel -> channel.id().equals(id))) {
      return Response.seeOther(URI.create("/admin/sms/channels/" + id)).build();
    }
    String tab = tab(id);
    return forms.show(page(tab), tabs().get(tab), Visit.of(request).locale()).response();
  }

  @POST
  @Path("{group}")
  public Response save(@PathParam("group") String id, MultivaluedMap<String, String> form) {
    String tab = tab(id);
    List<SettingGroup> groups = tabs().get(tab);
    List<SettingProblem> problems = forms.save(groups, entered(form));
    if (!problems.isEmpty()) {
      return forms.refuse(page(tab), groups, entered(form), problems, Visit.of(request).locale()).response();
    }
    notices.done(Visit.of(request), "admin.settings.saved");
    return Response.seeOther(address(tab)).build();
  }

  private Page page(String tab) {
    List<SettingGroup> groups = tabs().get(tab);
    return Page.of("admin/settings").with("tabs", tabs().keySet()).with("tab", tab).with("groups", groups)
        .with("mails", groups.stream().anyMatch(group -> group.id().equals("mail")))
        .with("linked", groups.stream().anyMatch(group -> !group.links().isEmpty()))
        .with("sends", groups.stream().anyMatch(this::sends));
  }

  /** Whether the group has to do with sending SMS, so that a test is offered beside it. */
  private boolean sends(SettingGroup group) {
    return group.fields().stream().anyMatch(field -> field.type() == SettingField.Type.SMS_TEXT)
        || channels.all().stream().anyMatch(channel -> channel.id().equals(group.id()))
        || group.id().equals("sms");
  }

  private String tab(String group) {
    return tabs().entrySet().stream()
        .filter(tab -> tab.getValue().stream().anyMatch(known -> known.id().equals(group)))
        .map(Map.Entry::getKey).findFirst().orElseThrow(NotFoundException::new);
  }

  /** What a settings form sent, by the keys of its fields. */
  public static Map<String, String> entered(MultivaluedMap<String, String> form) {
    return form.keySet().stream().collect(Collectors.toMap(Function.identity(), form::getFirst));
  }

  private static URI address(String tab) {
    return URI.create("/admin/settings/" + tab);
  }
}
