package dev.dianpu.admin.sms;

import dev.dianpu.platform.AdminNotices;
import dev.dianpu.platform.mail.MailRoom;
import dev.dianpu.platform.text.Messages;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.supply.Supplies;
import dev.dianpu.sms.supply.Supply;
import dev.dianpu.sms.supply.SupplyAlarms;
import dev.dianpu.sms.supply.SupplyWatch;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.Response;
import java.net.URI;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.util.List;
import java.util.Locale;
import java.util.Map;

/** 短信余额: what each gateway says is left, its course over 30 days, and how the owner is warned. */
@Path("/admin/sms/balance")
public class BalancePage {

  @Inject Supplies supplies;
  @Inject SupplyWatch watch;
  @Inject SupplyAlarms alarms;
  @Inject MailRoom mails;
  @Inject ChannelNames names;
  @Inject AdminNotices notices;
  @Inject Messages messages;
  @Inject Settings settings;
  @Inject Clock clock;

  @Context HttpServletRequest request;

  /**
   * A channel as the page shows it.
   *
   * @param limit how far down the drawing the owner is warned
   * @param warned whether the owner is
   */
  public record Line(
      String name, Supply supply, String amount, BalanceChart chart, String limit, Map<LocalDate, String> days,
      boolean warned) {}

  @GET
  public Page show() {
    Instant now = clock.instant();
    return Page.of("admin/balance").with("lines", supplies.all().stream().map(supply -> line(supply, now)).toList())
        .with("from", now.minus(Supplies.SHOWN)).with("until", now).with("asks", supplies.asks())
        .with("percent", settings.number("supply.percent")).with("days", settings.number("supply.days"))
        .with("mail", settings.on("supply.mail") ? mails.owner().orElse("") : "")
        .with("phone", alarms.phone().map(PhoneNumber::masked).orElse(""));
  }

  private Line line(Supply supply, Instant now) {
    BalanceChart chart = new BalanceChart(supply, now.minus(Supplies.SHOWN), now);
    boolean warned = watch.current().stream().anyMatch(warning -> warning.channel().equals(supply.channel()));
    return new Line(names.of(supply.channel(), locale()), supply, BalanceChart.plain(supply.amount()), chart,
        chart.limit((int) settings.number("supply.percent")), chart.days(ZoneId.of(settings.text("shop.zone"))), warned);
  }

  /** Asks every gateway now. */
  @POST
  @Path("ask")
  public Response ask() {
    Map<String, Balance> silent = supplies.askAll();
    watch.look();
    if (silent.isEmpty()) {
      notices.done(Visit.of(request), "admin.balance.asked");
    } else {
      List<String> told = silent.entrySet().stream().map(entry -> names.of(entry.getKey(), locale()) + ": "
          + said(entry.getValue())).toList();
      notices.failed(Visit.of(request), "admin.balance.silent", String.join(" ", told));
    }
    return Response.seeOther(URI.create("/admin/sms/balance")).build();
  }

  private String said(Balance balance) {
    String cause = balance.answer().explanation() + ".cause";
    return messages.has(cause) ? messages.text(locale(), cause) : balance.answer().text();
  }

  private Locale locale() {
    return Visit.of(request).locale();
  }
}
