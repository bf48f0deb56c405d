package dev.dianpu.contract;

import dev.dianpu.plugins.ihuyi.IhuyiPlugin;
import dev.dianpu.simulator.IhuyiSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SendOutcome.Cause;
import java.util.List;
import java.util.Optional;

/** 互亿无线 and its simulator. */
final class IhuyiUnderTest implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());

  /** The contract sends one text to hundreds of phones in a second; what the gateway says to that has a test of its own. */
  IhuyiUnderTest() {
    simulator().limit(4083, 0);
  }

  IhuyiSimulator simulator() {
    return simulators.gateway(IhuyiSimulator.class);
  }

  @Override
  public Plugin plugin() {
    return new IhuyiPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("ihuyi.apikey", IhuyiSimulator.API_KEY);
    settings.save("ihuyi.account", IhuyiSimulator.ACCOUNT);
    pointAt(settings, simulators.address(simulator()));
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save("ihuyi.address", address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save("ihuyi.connect-timeout", connect).save("ihuyi.read-timeout", read);
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("ihuyi.apikey", "");
  }

  @Override
  public List<String> secrets() {
    return List.of(IhuyiSimulator.API_KEY);
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
  public Optional<Cause> refusal(String text) {
    return text.contains("😀") ? Optional.of(Cause.TEXT) : Optional.empty();
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
