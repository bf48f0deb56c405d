package dev.dianpu.admin.shop;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.security.SecureRandom;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;

/** The SMS texts of the settings with values to try them with. */
@ApplicationScoped
class SampleTexts {

  private static final String CODE = "verify_code";
  private static final int CODES = 1_000_000;

  private final SecureRandom random = new SecureRandom();

  @Inject SettingCatalog catalog;
  @Inject Settings settings;
  @Inject Messages messages;

  /** A text as it was saved, and a value for each variable that may stand in it. */
  record Sample(String wording, Map<String, String> values) {}

  /** The keys of all SMS texts, in the order of the settings. */
  List<String> all() {
    return fields().stream().map(SettingField::key).toList();
  }

  /** The text of this key; the first one if there is none; empty if no plugin brought any. */
  Optional<Sample> text(String key) {
    List<SettingField> fields = fields();
    return fields.stream().filter(field -> field.key().equals(key)).findFirst()
        .or(() -> fields.stream().findFirst()).map(field -> new Sample(settings.text(field.key()), values(field)));
  }

  /** A code is another one each time, since gateways refuse to send the same text to the same phone again. */
  private Map<String, String> values(SettingField field) {
    Map<String, String> values = new HashMap<>();
    field.variables().forEach(name -> values.put(name, value(name, Messages.CHINESE)));
    values.replace(CODE, "%06d".formatted(random.nextInt(CODES)));
    return values;
  }

  /** What stands for a variable in a preview. */
  String value(String variable, Locale locale) {
    if (variable.equals("shop_name")) {
      return settings.text("shop.name");
    }
    String key = "admin.sample." + variable;
    return messages.has(key) ? messages.text(locale, key) : "…";
  }

  private List<SettingField> fields() {
    return catalog.groups().stream().flatMap(group -> group.fields().stream())
        .filter(field -> field.type() == SettingField.Type.SMS_TEXT).toList();
  }
}
