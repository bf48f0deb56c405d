package dev.dianpu.install;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.web.Page;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Response;
import java.net.URI;

/** The second step: the database scripts are shown, then run, with progress. */
@Path("/install")
@KeyProven
public class ScriptsPages {

  private static final URI PROGRESS = URI.create("/install/progress");

  @Inject Migrations migrations;
  @Inject ScriptRun run;
  @Inject Checks checks;

  @GET
  @Path("/scripts")
  public Page show() {
    return Page.of("install/scripts").with("scripts", migrations.coreScripts())
        .with("progress", migrations.coreProgress());
  }

  @POST
  @Path("/scripts")
  public Response start() {
    if (!run.running() && Checks.stop(checks.run())) {
      return Response.seeOther(ChecksPage.ADDRESS).build();
    }
    run.start();
    return Response.seeOther(PROGRESS).build();
  }

  @GET
  @Path("/progress")
  public Response progress() {
    Migrations.Progress progress = migrations.coreProgress();
    if (progress.complete() && !run.running()) {
      return Response.seeOther(AccountPage.ADDRESS).build();
    }
    return Page.of("install/progress").with("progress", progress).with("running", run.running())
        .with("failure", run.failure().orElse(null)).response();
  }
}
