package dev.dianpu.plugins.office2;

import dev.dianpu.plugins.ChannelTextsContract;
import java.util.stream.Stream;

class Office2TextsTest extends ChannelTextsContract {

  Office2TextsTest() {
    super(new Office2Plugin());
  }

  @Override
  protected Stream<String> labels() {
    return Stream.of("result-other", "balance-unreadable", "no-page");
  }
}
