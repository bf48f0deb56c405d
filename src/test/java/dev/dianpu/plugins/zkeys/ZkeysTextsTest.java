package dev.dianpu.plugins.zkeys;

import dev.dianpu.plugins.ChannelTextsContract;
import dev.dianpu.spi.gateway.EngineFault;
import java.util.Arrays;
import java.util.stream.Stream;

class ZkeysTextsTest extends ChannelTextsContract {

  ZkeysTextsTest() {
    super(new ZkeysPlugin());
  }

  @Override
  protected Stream<String> labels() {
    return Stream.concat(
        Arrays.stream(EngineFault.values()).map(EngineFault::label),
        Stream.of("answer-contradictory", "result-other", "token-refused", "token-lost", "token-unreadable"));
  }
}
