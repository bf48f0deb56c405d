package dev.dianpu.contract;

import dev.dianpu.plugins.chanyoo.ChanyooPlugin;
import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** chanyoo and its simulator. */
final class ChanyooUnderTest implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());

  ChanyooSimulator simulator() {
    return simulators.chanyoo();
  }

  @Override
  public Plugin plugin() {
    return new ChanyooPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("chanyoo.appkey", ChanyooSimulator.APP_KEY);
    settings.save("chanyoo.appsecret", ChanyooSimulator.APP_SECRET);
    pointAt(settings, simulators.address());
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save("chanyoo.address", address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save("chanyoo.connect-timeout", connect).save("chanyoo.read-timeout", read);
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("chanyoo.appsecret", "");
  }

  @Override
  public List<String> secrets() {
    return List.of(ChanyooSimulator.APP_SECRET, ChanyooSimulator.APP_CODE);
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
