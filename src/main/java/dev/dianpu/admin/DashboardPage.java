package dev.dianpu.admin;

import dev.dianpu.platform.web.Page;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;

/** 起始页: the state of the shop at a glance. */
@Path("/admin")
public class DashboardPage {

  @GET
  public Page show() {
    return Page.of("admin/dashboard");
  }
}
