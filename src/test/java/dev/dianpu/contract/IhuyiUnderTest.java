package dev.dianpu.contract;

import dev.dianpu.plugins.ihuyi.IhuyiPlugin;
import dev.dianpu.simulator.IhuyiSimulator;
import dev.dianpu.spi.Plugin;
import dev.dianpu.spi.SendOutcome.Cause;
import java.util.List;
import java.util.Optional;

/** 互亿无线 and its simulator. */
final class IhuyiUnderTest extends SimulatedChannelUnderTest<IhuyiSimulator> {

  /**
   * The contract sends one text to hundreds of phones in a second; what the gateway says to that has a test of its own.
   */
  IhuyiUnderTest() {
    super(IhuyiSimulator.class);
    simulator().limit(4083, 0);
  }

  @Override
  public Plugin plugin() {
    return new IhuyiPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("ihuyi.account", IhuyiSimulator.ACCOUNT);
    settings.save("ihuyi.apikey", IhuyiSimulator.API_KEY);
    pointAt(settings, address());
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("ihuyi.apikey", "");
  }

  @Override
  public List<String> secrets() {
    return List.of(IhuyiSimulator.API_KEY);
  }

  /** Code 4074. */
  @Override
  public Optional<Cause> refusal(String text) {
    return text.contains("😀") ? Optional.of(Cause.TEXT) : Optional.empty();
  }
}
