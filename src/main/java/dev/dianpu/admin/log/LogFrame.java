package dev.dianpu.admin.log;

import dev.dianpu.platform.database.Slice;
import dev.dianpu.platform.text.PhoneNumbers;
import dev.dianpu.platform.web.Page;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.ZoneId;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/** What all log pages have in common: filters, rows, the ways to newer and older ones. */
@ApplicationScoped
public class LogFrame {

  @Inject Settings settings;

  /** What an address of a log page asks for. */
  public LogQuery query(String path, Map<String, String> asked) {
    return new LogQuery(path, asked, ZoneId.of(settings.text("shop.zone")));
  }

  /** A page of a log without a filter by phone. */
  public <T> Page page(String view, LogQuery query, Supplier<Slice<T>> rows) {
    return page(view, query, rows.get());
  }

  /**
   * A page of a log that can be filtered by phone: what is no phone finds nothing, and is told.
   *
   * @param rows asked only if the phone is one, or none was entered
   */
  public <T> Page pageByPhone(String view, LogQuery query, Supplier<Slice<T>> rows) {
    boolean wrong = query.value("phone").isPresent() && phone(query).isEmpty();
    Page page = page(view, query, wrong ? new Slice<T>(java.util.List.of(), Optional.empty()) : rows.get());
    return wrong ? page.with("problem", "admin.logs.phone-wrong") : page;
  }

  /** The phone that is looked for, if one was typed. */
  public Optional<PhoneNumber> phone(LogQuery query) {
    return query.value("phone").flatMap(PhoneNumbers::mainlandMobile);
  }

  private static <T> Page page(String view, LogQuery query, Slice<T> slice) {
    return Page.of(view).with("rows", slice.rows()).with("filter", query.values()).with("filtered", query.filtered())
        .with("older", slice.before().map(query::older).orElse(null)).with("newer", query.newer().orElse(null));
  }
}
