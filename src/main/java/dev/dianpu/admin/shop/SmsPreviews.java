package dev.dianpu.admin.shop;

import dev.dianpu.platform.text.Messages;
import dev.dianpu.settings.SettingCatalog;
import dev.dianpu.spi.SettingField;
import dev.dianpu.spi.Settings;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;

/** Shows the owner what a text will look like on a phone, what it costs, and what to file with the gateway. */
@ApplicationScoped
class SmsPreviews {

  private static final int ONE_PART = 70;
  private static final int PART_OF_SEVERAL = 67;

  @Inject Settings settings;
  @Inject SettingCatalog catalog;
  @Inject Messages messages;

  SmsPreview of(SettingField field, String text, Locale locale) {
    List<SmsPreview.Variable> variables = field.variables().stream()
        .map(name -> new SmsPreview.Variable(name, "{$" + name + "}", sample(name, locale))).toList();
    String signature = "【" + signature() + "】";
    String filled = text;
    for (SmsPreview.Variable variable : variables) {
      filled = filled.replace(variable.placeholder(), variable.sample());
    }
    String whole = signature + filled;
    int parts = whole.length() <= ONE_PART ? 1 : (whole.length() + PART_OF_SEVERAL - 1) / PART_OF_SEVERAL;
    String filing = signature + text.replaceAll("\\{\\$[^}]*}", "{变量}");
    return new SmsPreview(variables, signature, whole, whole.length(), parts, filing);
  }

  private String signature() {
    return catalog.group("sms").map(group -> settings.text("sms.signature")).filter(own -> !own.isBlank())
        .orElseGet(() -> settings.text("shop.name"));
  }

  private String sample(String variable, Locale locale) {
    if (variable.equals("shop_name")) {
      return settings.text("shop.name");
    }
    String key = "admin.sample." + variable;
    return messages.has(key) ? messages.text(locale, key) : "…";
  }
}
