package dev.dianpu.contract;

import static org.assertj.core.api.Assertions.assertThat;

import dev.dianpu.plugins.chanyoo.ChanyooPlugin;
import dev.dianpu.simulator.ChanyooSimulator;
import dev.dianpu.simulator.GatewaySimulators;
import dev.dianpu.simulator.SimulatedSms;
import dev.dianpu.spi.PhoneNumber;
import dev.dianpu.spi.PluginContext;
import dev.dianpu.spi.SendOutcome;
import dev.dianpu.spi.SmsChannel;
import dev.dianpu.spi.SmsMessage;
import java.time.Clock;
import java.util.Map;
import java.util.Optional;
import org.junit.jupiter.api.Test;

class ChanyooContractTest {

  @Test
  void sendsTheTextUnchangedWithTheSignatureAtItsEnd() {
    String text = "您的验证码：{123456}，50%41 a+b&c=d 😀\"<>#/?*~'";
    try (GatewaySimulators simulators = GatewaySimulators.start(0, token -> Optional.empty())) {
      ChanyooPlugin plugin = new ChanyooPlugin();
      PlainSettings settings = new PlainSettings(plugin)
          .save("chanyoo.appkey", ChanyooSimulator.APP_KEY)
          .save("chanyoo.appsecret", ChanyooSimulator.APP_SECRET)
          .save("chanyoo.address", simulators.address());
      PluginContext context = new PluginContext(settings, Clock.systemUTC(), null, null);
      SmsChannel channel = (SmsChannel) plugin.extensions(context).get(0);

      SendOutcome outcome = channel.send(
          new SmsMessage("a1", new PhoneNumber("+8613800138000"), text, "店铺", "register", Map.of()));
      plugin.close();

      assertThat(outcome).isInstanceOf(SendOutcome.Accepted.class);
      assertThat(simulators.inbox("13800138000")).extracting(SimulatedSms::text).containsExactly(text + "【店铺】");
    }
  }
}
