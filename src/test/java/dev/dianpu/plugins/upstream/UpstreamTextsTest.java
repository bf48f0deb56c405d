package dev.dianpu.plugins.upstream;

import dev.dianpu.plugins.ChannelTextsContract;
import dev.dianpu.spi.gateway.EngineFault;
import java.util.Arrays;
import java.util.stream.Stream;

class UpstreamTextsTest extends ChannelTextsContract {

  UpstreamTextsTest() {
    super(new UpstreamPlugin());
  }

  @Override
  protected Stream<String> labels() {
    return Stream.concat(
        Arrays.stream(EngineFault.values()).map(EngineFault::label),
        Stream.of("answer-contradictory", "result-other"));
  }
}
