package dev.dianpu.admin.sms;

import dev.dianpu.admin.shop.SettingForms;
import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.plugin.Plugins;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.sms.Callbacks;
import dev.dianpu.sms.ChannelOverview;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.SettingProblem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
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
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** One channel: its settings, and what can be asked of its gateway without sending an SMS. */
@Path("/admin/sms/channels/{id}")
public class ChannelPage {

  @Inject ChannelOverview channels;
  @Inject Callbacks callbacks;
  @Inject ChannelNames names;
  @Inject SettingCatalog catalog;
  @Inject SettingForms forms;
  @Inject Plugins plugins;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @GET
  public Page show(@PathParam("id") String id) {
    return forms.show(page(state(id)), groups(id), locale());
  }

  @POST
  public Response save(@PathParam("id") String id, MultivaluedMap<String, String> form) {
    ChannelOverview.State state = state(id);
    Map<String, String> entered =
        form.keySet().stream().collect(Collectors.toMap(Function.identity(), form::getFirst));
    List<SettingProblem> problems = forms.save(groups(id), entered);
    if (!problems.isEmpty()) {
      return forms.refuse(page(state), groups(id), entered, problems, locale()).response();
    }
    notices.done(Visit.of(request), "admin.settings.saved");
    return Response.seeOther(URI.create("/admin/sms/channels/" + id)).build();
  }

  /** Asks the gateway; shows the answer once, since a reload must not ask again. */
  @POST
  @Path("connection")
  public Page connection(@PathParam("id") String id) {
    return forms.show(page(state(id))
        .with("connection", channels.testConnection(id).orElseThrow(NotFoundException::new))
        .with("ownAddress", channels.ownAddress(id).orElse("")), groups(id), locale());
  }

  /** Asks the gateway what is left. */
  @POST
  @Path("balance")
  public Page balance(@PathParam("id") String id) {
    return forms.show(page(state(id)).with("balance", channels.balance(id).orElseThrow(NotFoundException::new)),
        groups(id), locale());
  }

  /** Says from where the gateway may call. */
  @POST
  @Path("callback")
  public Response callback(@PathParam("id") String id, @FormParam("addresses") @DefaultValue("") String addresses) {
    ChannelOverview.State state = pushing(id);
    Optional<String> wrong = callbacks.allow(id, addresses);
    if (wrong.isPresent()) {
      return forms.show(page(state).with("callbackWrong", wrong.get()).with("callbackEntered", addresses), groups(id),
          locale()).status(422).response();
    }
    return done(id, "callback.allowed");
  }

  /** Makes other addresses for the gateway. */
  @POST
  @Path("callback/renew")
  public Response renewCallback(@PathParam("id") String id) {
    pushing(id);
    callbacks.renew(id);
    return done(id, "callback.renewed");
  }

  private Response done(String id, String message) {
    notices.done(Visit.of(request), message);
    return Response.seeOther(URI.create("/admin/sms/channels/" + id + "#callback")).build();
  }

  private ChannelOverview.State pushing(String id) {
    if (callbacks.of(id).isEmpty()) {
      throw new NotFoundException();
    }
    return state(id);
  }

  /** The shop as the browser reaches it: the operator's proxy keeps the Host header. */
  private String origin() {
    return (Visit.of(request).secure() ? "https://" : "http://") + request.getHeader("Host");
  }

  private ChannelOverview.State state(String id) {
    return channels.find(id).orElseThrow(NotFoundException::new);
  }

  private List<SettingGroup> groups(String id) {
    return catalog.group(id).map(List::of).orElse(List.of());
  }

  private Page page(ChannelOverview.State state) {
    List<SettingGroup> groups = groups(state.id());
    return Page.of("admin/channel").with("channel", state).with("name", names.of(state.id(), locale()))
        .with("door", callbacks.of(state.id()).orElse(null)).with("origin", origin())
        .with("further", plugins.accountLabel(state.id()).isPresent()).with("groups", groups)
        .with("linked", groups.stream().anyMatch(group -> !group.links().isEmpty()));
  }

  private Locale locale() {
    return Visit.of(request).locale();
  }
}
