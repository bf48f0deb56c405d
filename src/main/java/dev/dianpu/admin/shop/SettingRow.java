package dev.dianpu.admin.shop;

import java.util.List;

/**
 * One setting as the form shows it. The value of a secret is never in it.
 *
 * @param key of the setting, which is also the field's name
 * @param type of the field, in lower case
 * @param value what stands in the field; empty for a secret
 * @param set whether a secret has a saved value
 * @param help key of a text; empty for none
 * @param unit key of a text; empty for none
 * @param range the least and the most of a number; empty for others
 * @param choices the values of a choice, in their order
 * @param most characters that fit
 * @param required whether it may not be blank
 * @param error what is wrong with it, in the admin's language; empty if nothing is
 * @param sms how the text of an SMS looks; null for other types
 */
public record SettingRow(String key, String type, String value, boolean set, String help, String unit, List<Long> range,
    List<String> choices, long most, boolean required, String error, SmsPreview sms) {

  /** Of the field in the page; a key holds dots, which a style sheet or an address would have to escape. */
  public String id() {
    return key.replace('.', '-');
  }
}
