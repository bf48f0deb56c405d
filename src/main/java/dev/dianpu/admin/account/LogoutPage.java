package dev.dianpu.admin.account;

import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.servlet.http.HttpServletResponse;
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
  @Context HttpServletResponse response;

  @POST
  public Response leave() {
    sessions.end(request, response);
    return Response.seeOther(URI.create("/admin/login")).build();
  }
}
