package dev.dianpu.plugins.balance;

import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Payment from the balance, which the host keeps. */
@ApplicationScoped
public class BalancePlugin implements Plugin {

  /** Of the plugin and its payment. */
  static final String ID = "balance";

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    return List.of(Payment.of(ID, Payment.Way.BALANCE));
  }
}
