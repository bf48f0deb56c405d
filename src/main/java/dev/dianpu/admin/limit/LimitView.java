package dev.dianpu.admin.limit;

import dev.dianpu.limit.LimitSubject;
import dev.dianpu.limit.LimitUse;
import dev.dianpu.platform.web.Page;
import dev.dianpu.platform.redis.Stores;
import dev.dianpu.sms.SmsCosts;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import dev.dianpu.verification.BusyAddresses;
import dev.dianpu.verification.WrongCodes;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.math.BigDecimal;
import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;

/** Puts together what of the limits is used: by the whole shop, by the busiest addresses, by whom the owner names. */
@ApplicationScoped
class LimitView {

  /** Of budgets and of typed codes, on the page and in its forms. */
  static final String TRIES = "TRIES";
  private static final int DECIMALS = 4;

  @Inject Extensions<PhonePolicy> policies;
  @Inject LimitUse use;
  @Inject WrongCodes wrongCodes;
  @Inject BusyAddresses busy;
  @Inject SmsCosts costs;
  @Inject Stores stores;

  /**
   * A figure of the whole shop.
   *
   * @param name last part of its text's key
   * @param most {@code null} where there is no limit
   * @param full whether nothing more passes
   */
  public record Figure(String name, Number used, Number most, boolean full, boolean money) {}

  /**
   * A limit of somebody.
   *
   * @param budget what is emptied to lift it
   * @param name last part of its text's key
   * @param most {@code null} where there is no limit
   * @param minutes in how long; 0 where {@code until} tells all
   * @param until when the next one passes; null if it does now
   */
  public record Line(String budget, String name, long used, Long most, long minutes, Instant until) {}

  /** Adds the figures and the busy addresses; without phone features only what there is. */
  Page fill(Page page) {
    return page.with("figures", policies.first().map(policy -> figures(policy.limits())).orElse(List.of()))
        .with("store", stores.state()).with("storeUntil", stores.state().until().orElse(null)).with("busy", busy.now()).with("price", yuan(costs.price()).stripTrailingZeros().toPlainString());
  }

  private List<Figure> figures(SendLimits limits) {
    LimitUse.Site hour = use.hour();
    LimitUse.Site day = use.day();
    return List.of(
        sends("site-hour", hour.sends(), limits.site().hour()), sends("site-day", day.sends(), limits.site().day()),
        sends("known-hour", hour.known(), half(limits.site().hour())),
        money("money-hour", hour.money(), limits.site().moneyHour()),
        money("money-day", day.money(), limits.site().moneyDay()));
  }

  private static long half(long most) {
    return most == Limit.NONE ? most : most / 2;
  }

  private static Figure sends(String name, long used, long most) {
    return new Figure(name, used, most == Limit.NONE ? null : most, used >= most, false);
  }

  private Figure money(String name, long used, long most) {
    return new Figure(name, yuan(used), most == Limit.NONE ? null : yuan(most),
        most != Limit.NONE && used + costs.price() > most, true);
  }

  private static BigDecimal yuan(long tenThousandths) {
    return BigDecimal.valueOf(tenThousandths, DECIMALS);
  }

  /** What somebody used of each limit. */
  List<Line> lines(LimitSubject who) {
    List<Line> lines = new ArrayList<>(policies.first()
        .map(policy -> use.of(who, policy.limits())).orElse(List.of()).stream().map(LimitView::line).toList());
    who.phone().map(wrongCodes::ofPhone).ifPresent(tries -> lines.add(line("phone-tries", tries)));
    who.address().map(wrongCodes::ofAddress).ifPresent(tries -> lines.add(line("address-tries", tries)));
    return lines;
  }

  private static Line line(LimitUse.Use use) {
    return new Line(use.budget(), use.reason().name(), use.used(), use.most() == Limit.NONE ? null : use.most(),
        use.window().toMinutes(), use.until().orElse(null));
  }

  private static Line line(String name, WrongCodes.Use tries) {
    return new Line(TRIES, name, tries.used(), tries.most(), 0, Optional.of(tries).filter(WrongCodes.Use::full)
        .flatMap(WrongCodes.Use::until).orElse(null));
  }
}
