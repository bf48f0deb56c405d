package dev.dianpu.spi;

import java.net.URI;
import java.util.List;
import java.util.Optional;

/**
 * One gateway's way to send an SMS.
 *
 * <p>An implementation is stateless, reads its settings at every call, is called from many threads at once, and never
 * inside a database transaction. What else a gateway can do it shows by implementing {@link SmsConnectionTest}, {@link
 * SmsBalanceSource}, {@link SmsBulkSender}, {@link SmsTemplateRegistry}, {@link SmsPushReceiver} or {@link
 * SmsReportSource}. None of their methods throws, logs a phone, a text or a secret, or repeats a request by itself.
 */
public interface SmsChannel {

  /** The channel's name: {@link PluginContext#channelId} of its plugin's id. */
  String id();

  /**
   * What is missing or wrong in the saved settings, so that nothing can be sent; empty when the channel can be used.
   * Must not call the gateway.
   */
  List<SettingProblem> problems();

  /**
   * Sends one SMS: the request arrives at the gateway exactly once or not at all. It must never be repeated after the
   * first byte left, since a repeat is a second, paid SMS.
   *
   * <p>It must return an outcome for every answer and every fault of the network, and must not throw. An HTTP status 200
   * is no success before the gateway's own success code was read. It must not log the phone, the text or a secret.
   *
   * @param message what to send
   */
  SendOutcome send(SmsMessage message);

  /**
   * Whether the gateway itself sends at most one SMS for the same {@link SmsMessage#attemptId} within one day of its
   * clock, China's time: then, and only then, and only on that day, a notice of unknown outcome may be sent again under
   * the same id.
   */
  default boolean dedupes() {
    return false;
  }

  /**
   * Where the gateway is, if it takes requests only from addresses that its customer registered there: the admin's page
   * then shows from which address this server calls it.
   */
  default Optional<URI> registersAddresses() {
    return Optional.empty();
  }
}
