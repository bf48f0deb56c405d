package dev.dianpu.plugins.cloopen;

import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsBulkSender.BulkSms;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;

/**
 * What is sent for a message.
 *
 * @param id the gateway's number of the template
 * @param values for its places {1}, {2}, …
 */
record CloopenTemplate(String id, List<String> values) {

  /** The gateway's own template for trials (document 002, §4.2): {1} is a code, {2} for how many minutes it is good. */
  private static final String TRIAL = "1";
  private static final List<String> OF_TRIAL = List.of("verify_code", "minutes");

  /**
   * The template of a message.
   *
   * @param onTrial every message with a code goes out by the template for trials
   * @return empty when the message has none
   */
  static Optional<CloopenTemplate> of(BulkSms message, boolean onTrial) {
    if (onTrial && message.variables().keySet().containsAll(OF_TRIAL)) {
      return Optional.of(new CloopenTemplate(TRIAL, OF_TRIAL.stream().map(message.variables()::get).toList()));
    }
    return message.filed().map(filed -> new CloopenTemplate(filed.templateId(), filed.values()));
  }

  /** Characters of the SMS with its signature in 【】, as the gateway counts them; of the template for trials, none. */
  int length(BulkSms message) {
    if (id.equals(TRIAL)) {
      return 0;
    }
    String whole = "【" + message.signature() + "】" + message.text();
    return whole.codePointCount(0, whole.length());
  }

  /** A number that stands twice would have the whole call refused (160045). */
  CloopenRequest request(BulkSms message, Settings settings) {
    Map<String, String> members = new LinkedHashMap<>();
    members.put("to", message.to().stream().map(PhoneNumber::national).distinct().collect(Collectors.joining(",")));
    members.put("appId", settings.text(CloopenSettings.APP_ID).strip());
    members.put("reqId", message.attemptId());
    members.put("subAppend", settings.text(CloopenSettings.SUB_APPEND).strip());
    members.put("templateId", id);
    return CloopenRequest.send(members, values);
  }
}
