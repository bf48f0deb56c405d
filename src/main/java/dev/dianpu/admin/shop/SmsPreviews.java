package dev.dianpu.admin.shop;

import dev.dianpu.sms.SmsSignature;
import dev.dianpu.sms.SmsText;
import dev.dianpu.spi.SettingField;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.stream.Collectors;

/** Shows the owner what a text will look like on a phone, what it costs, and what to file with the gateway. */
@ApplicationScoped
class SmsPreviews {

  @Inject SmsSignature signature;
  @Inject SampleTexts samples;

  SmsPreview of(SettingField field, String text, Locale locale) {
    List<SmsPreview.Variable> variables = field.variables().stream()
        .map(name -> new SmsPreview.Variable(name, "{$" + name + "}", samples.value(name, locale))).toList();
    Map<String, String> samples = variables.stream()
        .collect(Collectors.toMap(SmsPreview.Variable::name, SmsPreview.Variable::sample));
    SmsText filled = new SmsText(fill(text, samples), signature.text());
    String bracketed = "【" + signature.text() + "】";
    return new SmsPreview(variables, bracketed, bracketed + filled.text(), filled.length(), filled.parts(),
        bracketed + SmsText.filing(text));
  }

  /** What was entered may hold a variable that does not exist: it stays as it is, the refusal is told beside it. */
  private static String fill(String text, Map<String, String> samples) {
    try {
      return SmsText.fill(text, samples);
    } catch (IllegalArgumentException unknownVariable) {
      return text;
    }
  }
}
