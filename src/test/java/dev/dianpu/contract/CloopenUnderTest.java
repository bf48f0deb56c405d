package dev.dianpu.contract;

import dev.dianpu.plugins.cloopen.CloopenPlugin;
import dev.dianpu.simulator.CloopenSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SmsMessage;
import dev.dianpu.spi.SmsMessage.Filed;
import java.util.Base64;
import java.util.List;
import java.util.Optional;

/** cloopen and its simulator, in one of its two formats. */
final class CloopenUnderTest implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final String format;
  /** Its one place takes any text whole. */
  private final String anyText = simulator().approved("店铺", "{1}");

  CloopenUnderTest(String format) {
    this.format = format;
  }

  CloopenSimulator simulator() {
    return simulators.gateway(CloopenSimulator.class);
  }

  String address() {
    return simulators.address(simulator());
  }

  @Override
  public Plugin plugin() {
    return new CloopenPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("cloopen.account-sid", CloopenSimulator.ACCOUNT_SID)
        .save("cloopen.auth-token", CloopenSimulator.AUTH_TOKEN)
        .save("cloopen.app-id", CloopenSimulator.APP_ID)
        .save("cloopen.format", format);
    pointAt(settings, address());
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save("cloopen.address", address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save("cloopen.connect-timeout", connect).save("cloopen.read-timeout", read);
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("cloopen.auth-token", "");
  }

  /** The wording is a template's only value, so that whatever a test says has to arrive. */
  @Override
  public SmsMessage handed(SmsMessage message) {
    return filed(message, anyText, message.text());
  }

  static SmsMessage filed(SmsMessage message, String templateId, String... values) {
    return new SmsMessage(message.attemptId(), message.to(), message.text(), message.signature(), message.template(),
        message.variables(), Optional.of(new Filed(templateId, List.of(values))));
  }

  /** Also how each Authorization begins: with its sig it is good for a day. */
  @Override
  public List<String> secrets() {
    String authorization = Base64.getEncoder().encodeToString((CloopenSimulator.ACCOUNT_SID + ":").getBytes());
    return List.of(CloopenSimulator.AUTH_TOKEN, authorization);
  }

  @Override
  public void fault(Fault fault, int requests) {
    simulator().fault(fault, requests);
  }

  @Override
  public long arrivals() {
    return simulator().arrivals();
  }

  @Override
  public List<SimulatedSms> inbox(String phone) {
    return simulators.inbox(phone);
  }

  @Override
  public void close() {
    simulators.close();
  }
}
