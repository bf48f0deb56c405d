package dev.dianpu.install;

import dev.dianpu.platform.crypto.Keys;
import dev.dianpu.platform.database.Migrations;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.spi.SettingProblem;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.DefaultValue;
import jakarta.ws.rs.FormParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.sql.SQLException;
import java.util.HashMap;
import java.util.List;
import java.util.Map;

/** The third step: name of the shop and first admin; its answer is the last page of the installer. */
@Path("/install/account")
@KeyProven
public class AccountPage {

  static final URI ADDRESS = URI.create("/install/account");

  @Inject Migrations migrations;
  @Inject FinishInstallation installation;
  @Inject Keys keys;
  @Inject Messages messages;

  @Context HttpServletRequest request;

  @GET
  public Response show() {
    return migrations.coreProgress().complete() ? Page.of("install/account").with("form", Map.of()).response()
        : Response.seeOther(ChecksPage.ADDRESS).build();
  }

  @POST
  public Response finish(@FormParam("shopName") @DefaultValue("") String shopName,
      @FormParam("adminName") @DefaultValue("") String adminName,
      @FormParam("password") @DefaultValue("") String password,
      @FormParam("passwordConfirm") @DefaultValue("") String passwordConfirm,
      @FormParam("demoGoods") @DefaultValue("") String demoGoods) throws SQLException {
    if (!migrations.coreProgress().complete()) {
      return Response.seeOther(ChecksPage.ADDRESS).build();
    }
    List<SettingProblem> problems = installation.finish(new FinishInstallation.Entered(
        shopName.strip(), adminName.strip(), password, passwordConfirm, !demoGoods.isEmpty()));
    if (!problems.isEmpty()) {
      return Page.of("install/account").with("errors", errors(problems))
          .with("form", Map.of("shopName", shopName, "adminName", adminName, "demoGoods", demoGoods))
          .status(422).response();
    }
    Visit.of(request).setCookie(KeyPage.COOKIE, "", "/install", 0, "Strict");
    return Page.of("install/done").with("shopName", shopName.strip()).with("adminName", adminName.strip())
        .with("keyFile", keys.file().toString()).with("finished", true).response();
  }

  private Map<String, String> errors(List<SettingProblem> problems) {
    Map<String, String> errors = new HashMap<>();
    problems.forEach(problem -> errors.putIfAbsent(problem.key(),
        messages.text(Visit.of(request).locale(), problem.message(), problem.arguments().toArray())));
    return errors;
  }
}
