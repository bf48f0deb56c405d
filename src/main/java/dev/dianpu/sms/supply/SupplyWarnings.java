package dev.dianpu.sms.supply;

import dev.dianpu.sms.supply.PackageUse.State;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.TreeMap;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/** Finds what the owner must be warned of, by the settings. */
@ApplicationScoped
class SupplyWarnings {

  private static final String BALANCE = "/admin/sms/balance";
  private static final String PACKAGES = "/admin/sms/packages";
  private static final long HUNDRED = 100;

  @Inject Supplies supplies;
  @Inject Packages packages;
  @Inject Settings settings;

  /** As of now. */
  List<SupplyWarning> find() {
    List<Supply> told = supplies.all();
    Set<String> telling = told.stream().map(Supply::channel).collect(Collectors.toSet());
    List<PackageUse> bought = packages.lately();
    Map<String, List<PackageUse>> counted = bought.stream().filter(use -> use.state() != State.EXPIRED)
        .filter(use -> use.state() != State.NOT_YET && !telling.contains(use.pack().channel()))
        .collect(Collectors.groupingBy(use -> use.pack().channel(), TreeMap::new, Collectors.toList()));
    return Stream.of(
        told.stream().flatMap(supply -> Stream.of(low(supply), soon(supply)).flatMap(Optional::stream).limit(1)),
        counted.entrySet().stream().flatMap(entry -> used(entry.getKey(), entry.getValue()).stream()),
        bought.stream().flatMap(use -> expiring(use).stream())).flatMap(Function.identity()).toList();
  }

  /** Where no gateway tells what is left, our own count does. */
  private Optional<SupplyWarning> used(String channel, List<PackageUse> uses) {
    long quota = uses.stream().mapToLong(use -> use.pack().quota()).sum();
    long left = uses.stream().mapToLong(PackageUse::left).sum();
    return left * HUNDRED >= quota * settings.number(SupplyGroup.PERCENT) ? Optional.empty()
        : Optional.of(new SupplyWarning("package:" + channel, channel, "package-low",
            List.of(Long.toString(left), Long.toString(quota)), PACKAGES));
  }

  private Optional<SupplyWarning> expiring(PackageUse use) {
    return use.state() != State.VALID || use.days() >= settings.number(SupplyGroup.PACKAGE_DAYS) ? Optional.empty()
        : Optional.of(new SupplyWarning("expires:" + use.pack().id(), use.pack().channel(), "package-ends",
            List.of(use.pack().validUntil().toString(), Long.toString(use.left())), PACKAGES));
  }

  private Optional<SupplyWarning> low(Supply supply) {
    return supply.percent() >= settings.number(SupplyGroup.PERCENT) ? Optional.empty()
        : Optional.of(new SupplyWarning("low:" + supply.channel(), supply.channel(), "low." + supply.unit(),
            List.of(supply.amount().stripTrailingZeros().toPlainString(), Integer.toString(supply.percent())), BALANCE));
  }

  private Optional<SupplyWarning> soon(Supply supply) {
    return supply.daysLeft().filter(days -> days < settings.number(SupplyGroup.DAYS))
        .map(days -> new SupplyWarning("soon:" + supply.channel(), supply.channel(), "soon",
            List.of(days.toString()), BALANCE));
  }
}
