package dev.dianpu.admin.log;

import dev.dianpu.platform.text.Messages;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Locale;

/** What an SMS was for, in words. */
@ApplicationScoped
class UsageWords {

  @Inject Messages messages;

  /** The name of a text; its key where there is none. */
  String remark(String template, Locale locale) {
    String key = "admin.usage.remark." + template;
    return messages.has(key) ? messages.text(locale, key) : template;
  }
}
