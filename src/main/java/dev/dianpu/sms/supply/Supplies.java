package dev.dianpu.sms.supply;

import dev.dianpu.sms.ToldBalances;
import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.SmsBalanceSource;
import dev.dianpu.spi.SmsBalanceSource.Balance;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.time.Clock;
import java.time.Duration;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.stream.Collectors;

/** The balances of the last 30 days, asked where the gateway can be asked. */
@ApplicationScoped
public class Supplies {

  /** How far back the owner looks. */
  public static final Duration SHOWN = Duration.ofDays(30);

  private static final Duration EVERY = Duration.ofMinutes(10);

  @Inject Extensions<SmsChannel> channels;
  @Inject ToldBalances told;
  @Inject SupplyRepository repository;
  @Inject Clock clock;

  /** The channels that are on and of which a balance is known, by id. */
  public List<Supply> all() {
    List<String> on = channels.all().stream().map(SmsChannel::id).toList();
    Map<String, List<BalancePoint>> points = repository.hourly(clock.instant().minus(SHOWN)).stream()
        .filter(point -> on.contains(point.channel()))
        .collect(Collectors.groupingBy(BalancePoint::channel, LinkedHashMap::new, Collectors.toList()));
    return points.entrySet().stream().map(entry -> new Supply(entry.getKey(), entry.getValue())).toList();
  }

  /** Asks every gateway that no node has asked for ten minutes. */
  void askDue() {
    sources().stream().filter(source -> repository.claim("ask:" + source.id(), clock.instant(), EVERY))
        .forEach(this::ask);
  }

  /**
   * Asks every gateway that can be asked.
   *
   * @return the channels whose gateways did not tell, with what they said instead
   */
  public Map<String, Balance> askAll() {
    Map<String, Balance> silent = new LinkedHashMap<>();
    for (SmsBalanceSource source : sources()) {
      Balance balance = ask(source);
      if (balance.amount().isEmpty()) {
        silent.put(source.id(), balance);
      }
    }
    return silent;
  }

  /** Whether there is a gateway to ask. */
  public boolean asks() {
    return !sources().isEmpty();
  }

  private Balance ask(SmsBalanceSource source) {
    Balance balance = source.balance();
    balance.amount().ifPresent(amount -> told.keep(source.id(), amount, balance.unit()));
    return balance;
  }

  private List<SmsBalanceSource> sources() {
    return channels.all().stream().filter(channel -> channel.problems().isEmpty())
        .filter(SmsBalanceSource.class::isInstance).map(SmsBalanceSource.class::cast).toList();
  }
}
