package dev.dianpu.contract;

import dev.dianpu.plugins.chuangxin.ChuangxinPlugin;
import dev.dianpu.simulator.ChuangxinSimulator;
import dev.dianpu.spi.Plugin;
import java.util.List;

/** 创信 and its simulator. */
final class ChuangxinUnderTest extends SimulatedChannelUnderTest<ChuangxinSimulator> {

  ChuangxinUnderTest() {
    super(ChuangxinSimulator.class);
  }

  @Override
  public Plugin plugin() {
    return new ChuangxinPlugin();
  }

  @Override
  public void configure(PlainSettings settings) {
    settings.save("chuangxin.appcode", ChuangxinSimulator.APP_CODE);
    pointAt(settings, address());
  }

  @Override
  public void unconfigure(PlainSettings settings) {
    settings.save("chuangxin.appcode", "");
  }

  @Override
  public List<String> secrets() {
    return List.of(ChuangxinSimulator.APP_CODE);
  }
}
