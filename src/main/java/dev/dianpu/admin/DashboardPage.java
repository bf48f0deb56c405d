package dev.dianpu.admin;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.Map;

/** 起始页: the state of the shop at a glance. */
@Path("/admin")
public class DashboardPage {

  @Inject DashboardRepository repository;
  @Inject PhoneRegistration phoneRegistration;
  @Inject Settings settings;
  @Inject Clock clock;

  @GET
  public Page show() {
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    Instant today = LocalDate.now(clock.withZone(zone)).atStartOfDay(zone).toInstant();
    Map<String, Long> attempts = repository.attempts(today);
    long[] verifications = repository.verifications(today);
    return Page.of("admin/dashboard").with("steps", phoneRegistration.steps())
        .with("open", phoneRegistration.steps().stream().filter(step -> !step.done()).count())
        .with("members", repository.members(today)).with("sent", attempts.getOrDefault("ACCEPTED", 0L))
        .with("refused", attempts.getOrDefault("REJECTED", 0L)).with("unknown", attempts.getOrDefault("UNKNOWN", 0L))
        .with("codes", verifications[0]).with("proved", verifications[1])
        .with("version", version()).with("java", Runtime.version().toString()).with("database", repository.version());
  }

  /** Of the WAR; empty when it was not packed by the build. */
  private static String version() {
    String version = DashboardPage.class.getPackage().getImplementationVersion();
    return version == null ? "" : version;
  }
}
