package dev.dianpu.admin.log;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsSandbox;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.Path;

/** 沙盒短信: what a channel kept that sends to nobody. There only while such a channel is. */
@Path("/admin/sms/sandbox")
public class SandboxPage {

  @Inject Extensions<SmsSandbox> sandboxes;

  @GET
  public Page show() {
    SmsSandbox sandbox = sandboxes.first().orElseThrow(NotFoundException::new);
    return Page.of("admin/sandbox").with("rows", sandbox.latest()).with("confirmed", sandbox.problems().isEmpty())
        .with("settings", "/admin/settings/" + sandbox.id());
  }
}
