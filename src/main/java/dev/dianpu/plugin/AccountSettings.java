package dev.dianpu.plugin;

import dev.dianpu.spi.Settings;
import java.util.function.UnaryOperator;

/** Settings under other keys. */
record AccountSettings(Settings all, UnaryOperator<String> key) implements Settings {

  @Override
  public String text(String wanted) {
    return all.text(key.apply(wanted));
  }

  @Override
  public boolean on(String wanted) {
    return all.on(key.apply(wanted));
  }

  @Override
  public long number(String wanted) {
    return all.number(key.apply(wanted));
  }

  @Override
  public String secret(String wanted) {
    return all.secret(key.apply(wanted));
  }
}
