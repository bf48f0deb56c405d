package dev.dianpu.install;

import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.net.URI;
import java.util.List;

/** The first step: what was found, each green, amber or red with the remedy. */
@Path("/install/checks")
@KeyProven
public class ChecksPage {

  static final URI ADDRESS = URI.create("/install/checks");

  @Inject Checks checks;
  @Inject Migrations migrations;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  /** A check in the visitor's language. */
  public record Shown(String id, Check.Level level, String text) {}

  @GET
  public Page show() {
    List<Check> found = checks.run();
    boolean stopped = Checks.stop(found);
    return Page.of("install/checks").with("checks", found.stream().map(this::shown).toList()).with("stopped", stopped)
        .with("scriptsDone", !stopped && migrations.coreProgress().complete());
  }

  private Shown shown(Check check) {
    return new Shown(check.id(), check.level(),
        messages.text(Visit.of(request).locale(), check.message(), check.arguments().toArray()));
  }
}
