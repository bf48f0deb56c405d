package dev.dianpu.contract;

import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedGateway;
import dev.dianpu.simulator.SimulatedSms;
import java.util.List;
import java.util.Optional;

/**
 * A channel beside its simulator, for those whose settings are named like most: {@code <id>.address}, {@code
 * <id>.connect-timeout}, {@code <id>.read-timeout}.
 */
abstract class SimulatedChannelUnderTest<T extends SimulatedGateway> implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());
  private final T simulator;

  SimulatedChannelUnderTest(Class<T> type) {
    this.simulator = simulators.gateway(type);
  }

  final T simulator() {
    return simulator;
  }

  /** Where the simulator listens. */
  final String address() {
    return simulators.address(simulator);
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save(simulator.name() + ".address", address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save(simulator.name() + ".connect-timeout", connect).save(simulator.name() + ".read-timeout", read);
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
