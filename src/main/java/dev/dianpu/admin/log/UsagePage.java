package dev.dianpu.admin.log;

import dev.dianpu.admin.sms.ChannelNames;
import dev.dianpu.platform.database.Slice;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.web.Visit;
import dev.dianpu.sms.supply.Usage;
import dev.dianpu.sms.supply.UsageFilter;
import dev.dianpu.sms.supply.UsageRow;
import dev.dianpu.sms.supply.UsageTotal;
import jakarta.inject.Inject;
import jakarta.servlet.http.HttpServletRequest;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.Context;
import jakarta.ws.rs.core.UriInfo;
import java.math.BigDecimal;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.TreeMap;

/** 用量记录: each SMS that cost something, and sums by day and channel. */
@Path("/admin/sms/usage")
public class UsagePage {

  @Inject Usage usage;
  @Inject LogFrame frame;
  @Inject UsageWords words;
  @Inject ChannelNames names;

  @Context UriInfo address;
  @Context HttpServletRequest request;

  /** An SMS in words. */
  public record Line(UsageRow row, String channel, String remark, BigDecimal cost) {}

  /** Sums in words. */
  public record Sum(UsageTotal total, String channel, String told, String difference) {}

  @GET
  public Page show() {
    Locale locale = Visit.of(request).locale();
    LogQuery query = frame.query("/admin/sms/usage", VerificationsPage.asked(address));
    UsageFilter filter = filter(query);
    BigDecimal price = usage.price();
    List<UsageTotal> totals = usage.totals(filter);
    Map<String, String> channels = new TreeMap<>();
    usage.channels().forEach(channel -> channels.put(channel, names.of(channel, locale)));
    Slice<UsageRow> slice = usage.page(filter, query.before(), LogQuery.SIZE);
    return frame.page("admin/usage", query, () -> slice)
        .with("lines", slice.rows().stream()
            .map(row -> new Line(row, channels.get(row.channel()), words.remark(row.template(), locale),
                price.multiply(BigDecimal.valueOf(row.parts())))).toList())
        .with("sums", totals.stream().map(total -> sum(total, channels.get(total.day().channel()))).toList())
        .with("sms", totals.stream().mapToLong(total -> total.day().sms()).sum())
        .with("parts", totals.stream().mapToLong(total -> total.day().parts()).sum())
        .with("cost", totals.stream().map(UsageTotal::cost).reduce(BigDecimal.ZERO, BigDecimal::add))
        .with("differing", totals.stream().filter(total -> !total.agrees()).count())
        .with("since", usage.totalsFrom(filter)).with("channels", channels).with("export", query.unpaged());
  }

  private static Sum sum(UsageTotal total, String channel) {
    return new Sum(total, channel, total.told().map(UsagePage::plain).orElse(""),
        total.difference().map(UsagePage::plain).orElse(""));
  }

  private static String plain(BigDecimal amount) {
    return amount.stripTrailingZeros().toPlainString();
  }

  static UsageFilter filter(LogQuery query) {
    return new UsageFilter(query.value("channel"), query.from(), query.until());
  }
}
