package dev.dianpu.admin.log;

import dev.dianpu.admin.sms.ChannelNames;
import dev.dianpu.platform.AdminLog;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.supply.Usage;
import dev.dianpu.sms.supply.UsageFilter;
import dev.dianpu.sms.supply.UsageRow;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.transaction.Transactional;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.StreamingOutput;
import jakarta.ws.rs.core.UriInfo;
import java.io.IOException;
import java.io.OutputStream;
import java.math.BigDecimal;
import java.time.ZoneId;
import java.time.format.DateTimeFormatter;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The usage log as a file, streamed. Phones and texts are not in it. */
@Path("/admin/sms/usage.{format: csv|xlsx}")
public class UsageExportPage {

  private static final Map<String, String> TYPES = Map.of("csv", "text/csv; charset=utf-8",
      "xlsx", "application/vnd.openxmlformats-officedocument.spreadsheetml.sheet");
  private static final List<String> COLUMNS = List.of("number", "time", "channel", "remark", "parts", "cost", "state");

  @Inject Usage usage;
  @Inject UsageWords words;
  @Inject LogFrame frame;
  @Inject ChannelNames names;
  @Inject Messages messages;
  @Inject Settings settings;
  @Inject Exported exported;

  @Context UriInfo address;
  @Context HttpServletRequest request;

  @GET
  public Response export(@PathParam("format") String format) {
    Locale locale = Visit.of(request).locale();
    UsageFilter filter = UsagePage.filter(frame.query("/admin/sms/usage", VerificationsPage.asked(address)));
    exported.note(format);
    StreamingOutput body = out -> {
      try (UsageTable table = table(format, out, locale)) {
        write(table, filter, locale);
      }
    };
    return Response.ok(body).header("Content-Type", TYPES.get(format))
        .header("Content-Disposition", "attachment; filename=\"sms-usage." + format + "\"").build();
  }

  private UsageTable table(String format, OutputStream out, Locale locale) throws IOException {
    return format.equals("csv") ? new UsageCsv(out) : new UsageSheet(out, messages.text(locale, "admin.usage"));
  }

  private void write(UsageTable table, UsageFilter filter, Locale locale) throws IOException {
    DateTimeFormatter times = DateTimeFormatter.ofPattern("yyyy-MM-dd HH:mm:ss", Locale.ROOT)
        .withZone(ZoneId.of(settings.text("shop.zone")));
    BigDecimal price = usage.price();
    Map<String, String> channels = new ConcurrentHashMap<>();
    table.row(COLUMNS.stream().<Object>map(column -> messages.text(locale, "admin.usage." + column)).toList());
    usage.export(filter, row -> table.row(cells(row, times,
        channels.computeIfAbsent(row.channel(), channel -> names.of(channel, locale)), price, locale)));
  }

  private List<Object> cells(
      UsageRow row, DateTimeFormatter times, String channel, BigDecimal price, Locale locale) {
    return List.of(row.number(), times.format(row.at()), channel, words.remark(row.template(), locale), row.parts(),
        price.multiply(BigDecimal.valueOf(row.parts())), messages.text(locale, "sms.state." + row.state()));
  }

  /** Who took the log along, in the admin's log. */
  @ApplicationScoped
  static class Exported {

    @Inject AdminLog log;

    @Transactional
    void note(String format) {
      log.record("admin.log.usage-exported", format, "", "");
    }
  }
}
