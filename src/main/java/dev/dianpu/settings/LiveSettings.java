package dev.dianpu.settings;

import dev.dianpu.platform.crypto.SecretBox;
import dev.dianpu.platform.database.Kept;
import dev.dianpu.platform.database.ShopDatabase;
import dev.dianpu.platform.database.Versions;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import jakarta.annotation.Priority;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import jakarta.inject.Inject;
import java.util.Map;

/** The saved values in memory, read again when any node saved some. Before the shop is installed: the defaults. */
@ApplicationScoped
public class LiveSettings implements Settings {

  /** Under which the sealed values of secrets were sealed. */
  static final String USE = "setting";

  private final Kept<Map<String, String>> saved = new Kept<>();

  @Inject SettingCatalog catalog;
  @Inject SettingRepository repository;
  @Inject ShopDatabase database;
  @Inject SecretBox box;

  @Override
  public String text(String key) {
    SettingField field = catalog.field(key);
    if (field.type() == SettingField.Type.SECRET) {
      throw new IllegalArgumentException(key + " is a secret: it is neither text nor to be shown.");
    }
    return saved().getOrDefault(key, field.defaultValue());
  }

  @Override
  public boolean on(String key) {
    return Boolean.parseBoolean(text(key));
  }

  @Override
  public long number(String key) {
    return Long.parseLong(text(key));
  }

  @Override
  public String secret(String key) {
    if (catalog.field(key).type() != SettingField.Type.SECRET) {
      throw new IllegalArgumentException(key + " is no secret.");
    }
    String sealed = saved().get(key);
    return sealed == null || sealed.isEmpty() ? "" : box.open(USE, key, sealed).orElse("");
  }

  /** How many values are kept in memory. */
  public int kept() {
    return saved().size();
  }

  private Map<String, String> saved() {
    return database.state() == ShopDatabase.State.READY ? saved.get(repository::all) : Map.of();
  }

  /** Before everything else that reads settings when it hears of a change. */
  void forget(@Observes @Priority(100) Versions.Changed changed) {
    saved.forget();
  }
}
