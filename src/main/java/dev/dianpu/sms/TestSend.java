package dev.dianpu.sms;

import dev.dianpu.spi.Extensions;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PhonePolicy;
import dev.dianpu.spi.PhonePolicy.CodePolicy;
import dev.dianpu.spi.Purpose;
import dev.dianpu.spi.Settings;
import dev.dianpu.spi.SmsChannel;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.inject.Inject;
import java.util.Arrays;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/**
 * The owner's test: one SMS with the saved values. It uses the text of a code, with a sample in place of the code,
 * since gateways send only texts that were filed with them.
 */
@ApplicationScoped
public class TestSend {

  private static final String TEMPLATE = "test";
  private static final String SAMPLE = "123456789";

  @Inject SmsSender sender;
  @Inject Channels channels;
  @Inject Extensions<PhonePolicy> policies;
  @Inject Settings settings;

  /**
   * Sends the test; no failover, so that the answer is that of the channel asked for, and no pause keeps it away.
   *
   * @param channel its id; empty for the one that would be tried first
   * @return the outcome with the gateway's answer: raw code and text, and the key of cause and remedy
   */
  public Sent send(PhoneNumber to, String channel) {
    Optional<CodePolicy> policy = policies.first().flatMap(TestSend::anyCode);
    String wording = policy.map(CodePolicy::text).orElse("{$shop_name}");
    Map<String, String> values = Map.of(
        "shop_name", settings.text("shop.name"),
        "verify_code", SAMPLE.substring(0, policy.map(CodePolicy::digits).orElse(SAMPLE.length())),
        "minutes", policy.map(code -> Long.toString(code.validity().toMinutes())).orElse("5"));
    return send(to, channel, wording, values);
  }

  /** As {@link #send(PhoneNumber, String)}, with a text of the caller's and a value for each of its variables. */
  public Sent send(PhoneNumber to, String channel, String wording, Map<String, String> values) {
    SmsRequest request = SmsRequest.of(MessageKind.CODE, to, TEMPLATE, wording, values);
    Optional<SmsChannel> chosen = channel.isEmpty()
        ? channels.usable(MessageKind.CODE, "").stream().findFirst()
        : channels.find(channel).filter(one -> one.problems().isEmpty());
    return chosen.map(one -> sender.sendThrough(one, request)).orElseGet(() -> sender.send(List.of(), request));
  }

  private static Optional<CodePolicy> anyCode(PhonePolicy policy) {
    return Arrays.stream(Purpose.values()).map(policy::code).flatMap(Optional::stream).findFirst();
  }
}
