package dev.dianpu.contract;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedGateway;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.function.Supplier;

/**
 * A channel whose settings are named as most are, and its simulator.
 *
 * @param <G> the simulator
 */
final class SimulatedUnderTest<G extends SimulatedGateway> implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final G simulator;
  private final Supplier<Plugin> plugins;
  private final Map<String, String> account;

  /**
   * A channel and its simulator, which starts.
   *
   * @param account settings that have to be saved beside the address; all of them must reach
   *     no log
   */
  SimulatedUnderTest(Class<G> simulator, Supplier<Plugin> plugins, Map<String, String> account) {
    this.simulator = simulators.gateway(simulator);
    this.plugins = plugins;
    this.account = account;
  }

  G simulator() {
    return simulator;
  }

  @Override
  public Plugin plugin() {
    return plugins.get();
  }

  private String key(String name) {
    return simulator.name() + "." + name;
  }

  @Override
  public void configure(PlainSettings settings) {
    account.forEach(settings::save);
    pointAt(settings, simulators.address(simulator));
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save(key("address"), address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save(key("connect-timeout"), connect).save(key("read-timeout"), read);
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    account.keySet().forEach(key -> settings.save(key, ""));
  }

  @Override
  public List<String> secrets() {
    return List.copyOf(account.values());
  }

  @Override
  public void fault(Fault fault, int requests) {
    simulator.fault(fault, requests);
  }

  @Override
  public long arrivals() {
    return simulator.arrivals();
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
