package dev.dianpu.admin.account;

import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** 退出. */
@Path("/admin/logout")
public class LogoutPage {

  @Inject AdminSessions sessions;

  @Context HttpServletRequest request;

  @POST
  public Response leave() {
    sessions.end(Visit.of(request));
    return Response.seeOther(URI.create("/admin/login")).build();
  }
}
