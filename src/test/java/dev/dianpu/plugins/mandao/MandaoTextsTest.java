package dev.dianpu.plugins.mandao;

import dev.dianpu.plugins.ChannelTextsContract;
import java.util.Arrays;
import java.util.stream.Stream;

class MandaoTextsTest extends ChannelTextsContract {

  MandaoTextsTest() {
    super(new MandaoPlugin());
  }

  @Override
  protected Stream<String> labels() {
    return Stream.concat(
        Stream.of("result-other", "balance-unreadable"),
        Arrays.stream(MandaoError.values()).map(error -> "result-" + error.label()));
  }
}
