package dev.dianpu.plugins.cashondelivery;

import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** Payment at the door. */
@ApplicationScoped
public class CashOnDeliveryPlugin implements Plugin {

  /** Of the plugin and its payment. */
  static final String ID = "cashondelivery";

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
    return List.of(Payment.of(ID, Payment.Way.ON_DELIVERY));
  }
}
