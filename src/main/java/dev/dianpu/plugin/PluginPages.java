package dev.dianpu.plugin;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.database.SchemaDifference;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.SettingProblem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.List;
import java.util.TreeMap;
import java.util.logging.Level;
import java.util.logging.Logger;
import java.util.stream.Collectors;

/** The owner's pages of the plugins. */
@Path("/admin/plugins")
public class PluginPages {

  private static final Logger LOG = Logger.getLogger(PluginPages.class.getName());
  private static final URI LIST = URI.create("/admin/plugins");

  @Inject Plugins plugins;
  @Inject DemoGoods demoGoods;
  @Inject AdminNotices notices;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Page list() {
    List<Plugins.Offer> all = plugins.all();
    return Page.of("admin/plugins").with("plugins", all).with("demoOffered", demoGoods.offered())
        .with("missing", all.stream().collect(Collectors.toMap(Plugins.Offer::id, offer -> missing(offer.id()),
            (one, other) -> one, TreeMap::new)));
  }

  /** What a plugin still needs, each as a sentence with the setting's name before it. */
  private List<String> missing(String id) {
    return plugins.missing(id).stream().map(this::sentence).toList();
  }

  private String sentence(SettingProblem problem) {
    var locale = Visit.of(request).locale();
    return messages.text(locale, "setting." + problem.key()) + messages.text(locale, "plugins.colon")
        + messages.text(locale, problem.message(), problem.arguments().toArray());
  }

  @GET
  @Path("/{id}/install")
  public Page introduce(@PathParam("id") String id) {
    return page(offer(id));
  }

  @POST
  @Path("/{id}/install")
  public Response install(@PathParam("id") String id) {
    Plugins.Offer offer = offer(id);
    try {
      int ran = plugins.install(id);
      return page(offer(id)).with("ran", ran).response();
    } catch (SchemaDifference.Found found) {
      return page(offer).with("difference", found.difference()).status(409).response();
    } catch (Migrations.Failed e) {
      LOG.log(Level.SEVERE, e, () -> "The scripts of the plugin " + id + " failed");
      return page(offer).with("failed", e.getMessage().lines().limit(12).collect(Collectors.joining("\n")))
          .status(500).response();
    }
  }

  private Page page(Plugins.Offer offer) {
    return Page.of("admin/plugin-install").with("plugin", offer).with("scripts", plugins.scripts(offer.id()));
  }

  @POST
  @Path("/{id}/on")
  public Response switchOn(@PathParam("id") String id) {
    plugins.switchOn(offer(id).id());
    if (missing(id).isEmpty()) {
      return back("plugins.notice.on", id);
    }
    notices.failed(Visit.of(request), "plugins.notice.on-but", title(id));
    return Response.seeOther(LIST).build();
  }

  @POST
  @Path("/{id}/off")
  public Response switchOff(@PathParam("id") String id) {
    plugins.switchOff(offer(id).id());
    return back("plugins.notice.off", id);
  }

  @POST
  @Path("/{id}/uninstall")
  public Response uninstall(@PathParam("id") String id) {
    plugins.uninstall(offer(id).id());
    return back("plugins.notice.uninstalled", id);
  }

  @POST
  @Path("/demo-goods")
  public Response demoGoods() {
    demoGoods.add();
    notices.done(Visit.of(request), "plugins.notice.demo-goods");
    return Response.seeOther(LIST).build();
  }

  private Plugins.Offer offer(String id) {
    return plugins.find(id).orElseThrow(NotFoundException::new);
  }

  private Response back(String notice, String id) {
    notices.done(Visit.of(request), notice, title(id));
    return Response.seeOther(LIST).build();
  }

  private String title(String id) {
    return messages.text(Visit.of(request).locale(), "plugin." + id + ".title");
  }
}
