package dev.dianpu.admin;

import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.Settings;
import jakarta.inject.Inject;
import jakarta.servlet.ServletContext;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Map;
import java.util.jar.Manifest;

/** 起始页: the state of the shop at a glance. */
@Path("/admin")
public class DashboardPage {

  @Inject DashboardRepository repository;
  @Inject PhoneRegistration phoneRegistration;
  @Inject Settings settings;
  @Inject Clock clock;

  @Context ServletContext context;

  @GET
  public Page show() {
    ZoneId zone = ZoneId.of(settings.text("shop.zone"));
    LocalDate day = LocalDate.now(clock.withZone(zone));
    Instant today = day.atStartOfDay(zone).toInstant();
    Map<String, Long> attempts = repository.attempts(today);
    long[] verifications = repository.verifications(today);
    List<PhoneRegistration.Step> steps = phoneRegistration.steps();
    return Page.of("admin/dashboard").with("steps", steps).with("today", day)
        .with("open", steps.stream().filter(step -> !step.done()).count())
        .with("members", repository.members(today)).with("sent", attempts.getOrDefault("ACCEPTED", 0L))
        .with("refused", attempts.getOrDefault("REJECTED", 0L)).with("unknown", attempts.getOrDefault("UNKNOWN", 0L))
        .with("codes", verifications[0]).with("proved", verifications[1])
        .with("version", version()).with("java", Runtime.version().toString()).with("database", repository.version());
  }

  /** Of the WAR; empty when it was not packed by the build. */
  private String version() {
    try (InputStream in = context.getResourceAsStream("/META-INF/MANIFEST.MF")) {
      String version = in == null ? null : new Manifest(in).getMainAttributes().getValue("Implementation-Version");
      return version == null ? "" : version;
    } catch (IOException e) {
      throw new UncheckedIOException(e);
    }
  }
}
