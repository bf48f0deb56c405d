package dev.dianpu.contract;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SendOutcome.Cause;
import dev.dianpu.spi.SmsMessage;
import java.util.List;
import java.util.Optional;

/** What {@link SmsChannelContract} has to know of a channel and of its simulator. */
interface ChannelUnderTest extends AutoCloseable {

  /** A new plugin, as the container would make it. */
  Plugin plugin();

  /** Saves what the owner would enter to reach the simulator. */
  void configure(PlainSettings settings);

  /** Points the channel at another address, such as {@code http://127.0.0.1:1}. */
  void pointAt(PlainSettings settings, String address);

  /** Saves time-outs, in seconds. */
  void timeouts(PlainSettings settings, long connect, long read);

  /** Takes a setting away without which nothing can be sent. */
  void unconfigure(PlainSettings settings);

  /**
   * A message as the host hands it to this channel. A gateway that sends templates only gets one whose wording is
   * filed.
   */
  default SmsMessage handed(SmsMessage message) {
    return message;
  }

  /** What must never reach a log: keys, secrets, codes. */
  List<String> secrets();

  /** Makes the simulator misbehave for the next requests. */
  void fault(Fault fault, int requests);

  /** How many requests arrived at the simulator. */
  long arrivals();

  /**
   * Why the gateway, by its document, refuses a text that others take, such as one with emoji; empty when it takes it.
   */
  default Optional<Cause> refusal(String text) {
    return Optional.empty();
  }

  /** What a phone got, newest first. */
  List<SimulatedSms> inbox(String phone);

  @Override
  void close();
}
