package dev.dianpu.admin.log;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;
import java.util.Optional;

/** Words what the log keeps as keys and values the way that the pages word it. */
@ApplicationScoped
class LogWords {

  /** How a filter names the installer, whose name is empty. */
  static final String NOBODY = "-";

  @Inject SettingCatalog catalog;
  @Inject Messages messages;

  AdminLogEntry of(AdminLogEntry entry, Locale locale) {
    Optional<SettingField> field = catalog.groups().stream().flatMap(group -> group.fields().stream())
        .filter(known -> known.key().equals(entry.subject())).findFirst();
    String what = field.map(known -> "setting." + known.key()).filter(messages::has)
        .or(() -> Optional.of("plugin." + entry.subject() + ".title").filter(messages::has))
        .map(key -> messages.text(locale, key)).orElse(entry.subject());
    return entry.worded(what, value(field, entry.before(), locale), value(field, entry.after(), locale));
  }

  private String value(Optional<SettingField> field, String value, Locale locale) {
    if (field.isEmpty()) {
      String key = "admin.log.value." + value;
      return messages.has(key) ? messages.text(locale, key) : value;
    }
    return switch (field.get().type()) {
      case SWITCH -> messages.text(locale, Boolean.parseBoolean(value) ? "admin.on" : "admin.off");
      case CHOICE -> chosen(field.get(), value, locale);
      case NUMBER -> field.get().unit().isEmpty() ? value
          : value + " " + messages.text(locale, "unit." + field.get().unit());
      default -> value;
    };
  }

  private String chosen(SettingField field, String value, Locale locale) {
    String key = "setting." + field.key() + "." + value;
    return messages.has(key) ? messages.text(locale, key) : value;
  }
}
