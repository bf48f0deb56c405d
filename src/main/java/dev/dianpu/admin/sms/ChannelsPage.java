package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.plugin.Plugins;
import dev.dianpu.sms.ChannelOverview;
import dev.dianpu.sms.MessageKind;
import dev.dianpu.sms.Route;
import dev.dianpu.sms.Routes;
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
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Optional;

/**
 * 短信通道: how the channels are doing, and in which order they are tried for codes and for notices. No address here lies
 * below {@code channels/}, where Jakarta REST would look for it in {@link ChannelPage} alone.
 */
@Path("/admin/sms")
public class ChannelsPage {

  private static final URI HERE = URI.create("/admin/sms/channels");
  private static final int LONGEST_LABEL = 40;

  @Inject ChannelOverview channels;
  @Inject ChannelNames names;
  @Inject Routes routes;
  @Inject Plugins plugins;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  /** A channel as the page shows it. */
  public record Line(ChannelOverview.State state, String name, boolean first) {}

  /** A channel in one of the orders. */
  public record Placed(String id, String name, Route route, boolean ready) {}

  /** The order of one kind of messages. */
  public record Order(String kind, List<Placed> channels) {}

  @GET
  @Path("channels")
  public Page show() {
    Locale locale = Visit.of(request).locale();
    return Page.of("admin/channels")
        .with("channels", channels.all().stream()
            .map(state -> new Line(state, names.of(state.id(), locale), !state.id().contains("."))).toList())
        .with("orders", Arrays.stream(MessageKind.values()).map(kind -> order(kind, locale)).toList());
  }

  private Order order(MessageKind kind, Locale locale) {
    return new Order(kind.name(), channels.all().stream()
        .map(state -> new Placed(state.id(), names.of(state.id(), locale), routes.of(kind, state.id()), state.ready()))
        .sorted(Comparator.comparing((Placed placed) -> !placed.route().used())
            .thenComparing(placed -> placed.route().place())).toList());
  }

  /** Saves one order, all of it or nothing. */
  @POST
  @Path("order/{kind}")
  public Response order(@PathParam("kind") String kind, MultivaluedMap<String, String> form) {
    MessageKind known = Arrays.stream(MessageKind.values()).filter(one -> one.name().equals(kind)).findFirst()
        .orElseThrow(NotFoundException::new);
    Optional<List<Route>> wanted =
        new RouteForm(form).routes(channels.all().stream().map(state -> routes.of(known, state.id())).toList());
    if (wanted.isEmpty()) {
      notices.failed(Visit.of(request), "admin.channels.order.wrong");
    } else {
      routes.save(known, wanted.get());
      notices.done(Visit.of(request), "admin.channels.order.saved");
    }
    return Response.seeOther(HERE).build();
  }

  /** One more account with the gateway of a channel. */
  @POST
  @Path("accounts/{id}")
  public Response add(@PathParam("id") String id, @FormParam("label") @DefaultValue("") String label) {
    if (channels.find(id).isEmpty() || id.contains(".")) {
      throw new NotFoundException();
    }
    String name = label.strip();
    if (name.isEmpty() || name.length() > LONGEST_LABEL) {
      notices.failed(Visit.of(request), "admin.channels.account.label", LONGEST_LABEL);
      return Response.seeOther(HERE).build();
    }
    String channel = plugins.addAccount(id, name);
    notices.done(Visit.of(request), "admin.channels.account.added", name);
    return Response.seeOther(URI.create(HERE + "/" + channel)).build();
  }

  /** Takes a further account away. */
  @POST
  @Path("accounts/{id}/remove")
  public Response remove(@PathParam("id") String id) {
    String label = plugins.accountLabel(id).orElseThrow(NotFoundException::new);
    plugins.removeAccount(id);
    notices.done(Visit.of(request), "admin.channels.account.removed", label);
    return Response.seeOther(HERE).build();
  }
}
