package dev.dianpu.sms.supply;

import java.time.LocalDate;
import java.time.temporal.ChronoUnit;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.SortedMap;

/**
 * How much of a package is used, by our own count.
 *
 * @param used of its quota
 * @param today the day for which this is said
 */
public record PackageUse(SmsPackage pack, long used, LocalDate today) {

  /** As document 001 shows it. */
  public enum State { NOT_YET, VALID, USED_UP, EXPIRED }

  /**
   * What was used of the packages of one channel: each day's SMS are taken from those that are valid on that day, the one
   * that expires first being emptied first.
   *
   * @param parts SMS of one part sent, by day
   */
  static List<PackageUse> of(List<SmsPackage> packages, SortedMap<LocalDate, Long> parts, LocalDate today) {
    List<SmsPackage> order = new ArrayList<>(packages);
    order.sort(Comparator.comparing(SmsPackage::validUntil).thenComparing(SmsPackage::validFrom)
        .thenComparing(SmsPackage::id));
    Map<Long, Long> used = new HashMap<>();
    parts.forEach((day, count) -> {
      long open = count;
      for (SmsPackage pack : order) {
        long before = used.getOrDefault(pack.id(), 0L);
        long taken = pack.validOn(day) ? Math.min(open, pack.quota() - before) : 0;
        used.put(pack.id(), before + taken);
        open -= taken;
      }
    });
    return order.stream().map(pack -> new PackageUse(pack, used.getOrDefault(pack.id(), 0L), today)).toList();
  }

  public State state() {
    if (today.isAfter(pack.validUntil())) {
      return State.EXPIRED;
    }
    if (today.isBefore(pack.validFrom())) {
      return State.NOT_YET;
    }
    return left() == 0 ? State.USED_UP : State.VALID;
  }

  public long left() {
    return pack.quota() - used;
  }

  /** How many days it is still valid, the last one not counted. */
  public long days() {
    return ChronoUnit.DAYS.between(today, pack.validUntil());
  }
}
