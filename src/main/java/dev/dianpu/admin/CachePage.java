package dev.dianpu.admin;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.platform.web.LocalAddress;
import dev.dianpu.platform.web.PageCache;
import dev.dianpu.platform.web.Templates;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.settings.LiveSettings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.util.Map;

/** 清除缓存: empties what every node keeps in memory, and says what that was here. */
@Path("/admin/cache/clear")
public class CachePage {

  @Inject PageCache pages;
  @Inject LiveSettings settings;
  @Inject Templates templates;
  @Inject Versions versions;
  @Inject Clearing clearing;
  @Inject AdminNotices notices;

  @Context HttpServletRequest request;

  @POST
  public Response clear(@FormParam("back") @DefaultValue("") String back) {
    Map<String, Long> content = pages.content();
    long kilobytes = (content.get("bytes") + 1023) / 1024;
    Object[] emptied = {content.get("pages"), kilobytes, settings.kept(), templates.cached()};
    clearing.announce();
    versions.look();
    notices.done(Visit.of(request), "admin.cache.cleared", emptied);
    return Response.seeOther(back.matches("/admin(/.*)?") ? LocalAddress.orHome(back) : URI.create("/admin")).build();
  }

  /** Tells all nodes, this one too. */
  @ApplicationScoped
  static class Clearing {

    @Inject Versions versions;
    @Inject AdminLog log;

    @Transactional
    void announce() {
      versions.bump("cache");
      log.record("admin.log.cache-cleared", "", "", "");
    }
  }
}
