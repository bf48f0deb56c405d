package dev.dianpu.contract;

import dev.dianpu.plugins.chuangxin.ChuangxinPlugin;
import dev.dianpu.simulator.ChuangxinSimulator;
import dev.dianpu.simulator.Fault;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.Plugin;
import java.util.List;
import java.util.Optional;

/** 创信 and its simulator. */
final class ChuangxinUnderTest implements ChannelUnderTest {

  private final GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty());

  ChuangxinSimulator simulator() {
    return simulators.gateway(ChuangxinSimulator.class);
  }

  @Override
  public Plugin plugin() {
    return new ChuangxinPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("chuangxin.appcode", ChuangxinSimulator.APP_CODE);
    pointAt(settings, simulators.address(simulator()));
  }

  @Override
  public void pointAt(PlainSettings settings, String address) {
    settings.save("chuangxin.address", address);
  }

  @Override
  public void timeouts(PlainSettings settings, long connect, long read) {
    settings.save("chuangxin.connect-timeout", connect).save("chuangxin.read-timeout", read);
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("chuangxin.appcode", "");
  }

  @Override
  public List<String> secrets() {
    return List.of(ChuangxinSimulator.APP_CODE);
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
