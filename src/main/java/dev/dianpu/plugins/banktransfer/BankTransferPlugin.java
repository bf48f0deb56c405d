package dev.dianpu.plugins.banktransfer;

import dev.dianpu.spi.Payment;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.SettingGroup;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;

/** A transfer to the shop's bank account. */
@ApplicationScoped
public class BankTransferPlugin implements Plugin {

  /** Of the plugin, its settings group and its payment. */
  static final String ID = "banktransfer";

  private static final String ACCOUNT = "banktransfer.account";
  private static final int ORDER = 210;

  private record Transfer(Settings settings) implements Payment {

    @Override
    public String id() {
      return ID;
    }

    @Override
    public Way way() {
      return Way.BY_HAND;
    }

    /** Without an account nobody knows where to pay to. */
    @Override
    public boolean ready() {
      return !settings.text(ACCOUNT).isBlank();
    }

    @Override
    public List<String> instructions() {
      return settings.text(ACCOUNT).lines().map(String::strip).filter(line -> !line.isEmpty()).toList();
    }
  }

  @Override
  public String id() {
    return ID;
  }

  @Override
  public String version() {
    return "1.0.0";
  }

  @Override
  public List<SettingGroup> settings() {
    return List.of(SettingGroup.of(ID, ORDER, SettingField.textArea(ACCOUNT, "").length(0, 400)));
  }

  @Override
  public List<Object> extensions(PluginContext context) {
    return List.of(new Transfer(context.settings()));
  }
}
