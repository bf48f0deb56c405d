package dev.dianpu.sms.supply;

import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Finds what the owner must be warned of, by the settings. */
@ApplicationScoped
class SupplyWarnings {

  private static final String BALANCE = "/admin/sms/balance";

  @Inject Supplies supplies;
  @Inject Settings settings;

  /** As of now. */
  List<SupplyWarning> find() {
    return supplies.all().stream().flatMap(supply -> Stream.of(low(supply), soon(supply)).flatMap(Optional::stream)
        .limit(1)).toList();
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
