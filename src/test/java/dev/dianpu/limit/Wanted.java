package dev.dianpu.limit;

import dev.dianpu.spi.PhonePolicy.ForPhone;
import dev.dianpu.spi.PhonePolicy.ForSite;
import dev.dianpu.spi.PhonePolicy.ForVisitor;
import dev.dianpu.spi.PhonePolicy.Limit;
import dev.dianpu.spi.PhonePolicy.SendLimits;
import java.time.Duration;

/** Limits for a test: everything is open but what the test names. */
final class Wanted {

  private static final Duration HOUR = Duration.ofHours(1);
  private static final Duration DAY = Duration.ofDays(1);

  private Duration interval = Duration.ZERO;
  private Limit phoneHour = Limit.none();
  private Limit phoneDay = Limit.none();
  private Limit prefix = Limit.none();
  private Limit address = Limit.none();
  private Limit range = Limit.none();
  private Limit session = Limit.none();
  private Limit member = Limit.none();
  private long siteHour = Limit.NONE;
  private long siteDay = Limit.NONE;
  private long moneyHour = Limit.NONE;
  private long moneyDay = Limit.NONE;

  private Wanted() {}

  static Wanted limits() {
    return new Wanted();
  }

  Wanted interval(long seconds) {
    interval = Duration.ofSeconds(seconds);
    return this;
  }

  Wanted phone(long hour, long day) {
    phoneHour = new Limit(hour, HOUR);
    phoneDay = new Limit(day, DAY);
    return this;
  }

  Wanted prefix(long most) {
    prefix = new Limit(most, HOUR);
    return this;
  }

  Wanted address(long most) {
    return address(most, HOUR);
  }

  Wanted address(long most, Duration window) {
    address = new Limit(most, window);
    return this;
  }

  Wanted range(long most) {
    range = new Limit(most, HOUR);
    return this;
  }

  Wanted session(long most) {
    session = new Limit(most, HOUR);
    return this;
  }

  Wanted member(long most) {
    member = new Limit(most, HOUR);
    return this;
  }

  Wanted site(long hour) {
    siteHour = hour;
    return this;
  }

  Wanted siteDay(long day) {
    siteDay = day;
    return this;
  }

  Wanted money(long hour, long day) {
    moneyHour = hour;
    moneyDay = day;
    return this;
  }

  SendLimits now() {
    return new SendLimits(new ForPhone(interval, phoneHour, phoneDay, prefix), address, range,
        new ForVisitor(session, member), new ForSite(siteHour, siteDay, moneyHour, moneyDay));
  }
}
