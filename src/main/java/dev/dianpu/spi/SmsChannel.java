package dev.dianpu.spi;

import java.util.List;

/**
 * One gateway's way to send an SMS.
 *
 * <p>An implementation is stateless, reads its settings at every call, is called from many threads at once, and never
 * inside a database transaction.
 */
public interface SmsChannel {

  /** The channel's name, equal to its plugin's id. */
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
}
